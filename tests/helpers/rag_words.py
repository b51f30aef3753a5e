"""The words that `rag_corpus` makes records of: ours, everyday, and full of look-alikes."""

from __future__ import annotations

__all__ = [
    "BRANDS",
    "CITIES",
    "COLOURS",
    "COMPANIES",
    "CUISINES",
    "DEPARTMENTS",
    "FOODS",
    "GARMENTS",
    "GIVEN",
    "HOME",
    "LANGUAGES",
    "MATERIALS",
    "ROLES",
    "SURNAMES",
    "TASKS",
    "TOOLS",
]


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GIVEN = _list("""
    Ada Amir Anna Asha Ben Carla Chen Christian Clara Dana Diego Elif Emeka Eva Fatou Felix Grace Hana Hugo Ines Ivan
    Jordan Jun Kai Kofi Lara Leo Lina Lucia Maja Marco Mei Milo Mina Nadia Nico Nora Omar Paris Paul Priya Rosa Sami
    Sara Sven Tara Theo Uma Vera Yusuf
""")
SURNAMES = _list("""
    Abara Adler Almeida Bauer Black Brown Chen Christian Costa Cruz Dahl Devi Diaz English Farouk Fischer French Gay
    Gray Green Haddad Hansen Holland Ibarra Ito Jansen Jordan Kaya Khan Kim Kowalski Lange Lee Lopez Marino Mensah
    Moreau Nakamura Novak Okafor Old Olsen Park Patel Petrov Pope Rossi Sato Schmidt Silva Singh Straight Suzuki
    Tanaka Turner Vance Weber White Wolf Young Zeman
""")
CITIES = _list("""
    Bergen Bologna Cork Ghent Graz Hull Leeds Leipzig Lyon Malmo Porto Rotterdam Seville Turin Utrecht Vilnius
""")
DEPARTMENTS = ("design", "engineering", "finance", "logistics", "operations", "people", "research", "sales", "support")
LANGUAGES = ("Arabic", "Dutch", "English", "French", "German", "Italian", "Polish", "Portuguese", "Spanish", "Turkish")
COMPANIES = (
    "Asian Paints", "Bluebird Freight", "Brown Brothers Bakery", "Fernhill Dental", "Gray Matter Labs", "Harbour Foods",
    "Jordan Optics", "Lakeside Housing", "Northwind Rail", "Orchard Books", "Pilot Software", "Quarry Steel",
    "Red Lantern Games", "Stonebridge Care", "Tidewater Energy", "White Stuff",
)  # fmt: skip
BRANDS = (
    "Alder & Finch", "Black & Decker", "Brownstone", "Cobalt Works", "Fieldhouse", "Gray Goose Outdoor",
    "Ivory Coast Coffee", "Maple Row", "Northlight", "Old Spice Trade", "Pine Hollow", "Silver Cross", "Tern",
    "White Company", "Young & Vale",
)  # fmt: skip
COLOURS = _list("""
    black white brown navy charcoal ivory olive tan burgundy teal mustard grey red green yellow
""")
MATERIALS = ("cotton", "wool", "linen", "leather", "denim", "oak", "steel", "ceramic", "bamboo", "glass")
CUISINES = _list("""
    Indian Italian Thai Mexican Ethiopian Japanese Lebanese Korean Greek Vietnamese Turkish Moroccan
""")

ROLES = {
    "electrician": ("rewires old houses", "tests switchboards", "installs heat pumps", "reads wiring plans"),
    "nurse": ("runs the night ward", "trains new staff in wound care", "plans discharge with families' doctors"),
    "accountant": ("closes the books each month", "prepares tax returns", "audits small charities"),
    "software engineer": ("writes services in Go", "looks after the build pipeline", "reviews database migrations"),
    "data analyst": ("builds dashboards for stock levels", "cleans survey tables", "forecasts demand by week"),
    "carpenter": ("restores staircases", "fits kitchens in solid oak", "builds stage sets"),
    "translator": ("translates technical manuals", "subtitles documentaries", "checks contracts for terminology"),
    "warehouse manager": ("plans the loading bays", "introduced barcode scanning", "leads the early shift"),
    "graphic designer": ("designs packaging", "draws icons and maps", "sets long books"),
    "teacher": ("teaches chemistry", "runs the robotics club", "writes exam papers"),
    "chef": ("runs a kitchen of nine", "develops seasonal menus", "buys fish at the morning market"),
    "surveyor": ("maps building sites", "coaches trainees on drone flights", "measures long bridges"),
    "dentist": ("specialises in root canals", "fits crowns and bridges", "runs a school hygiene programme"),
    "buyer": ("negotiates with mills", "tracks cotton prices", "visits suppliers each spring"),
    "welder": ("works on bridges in steel", "holds a pipe certificate", "repairs ship hulls"),
    "librarian": ("keeps the map collection", "answers research questions", "digitises newspapers"),
}
"""Role -> what somebody who has it does."""

TASKS = (
    "lead a small team and report to the board",
    "keep the rota fair and the numbers honest",
    "answer customers by phone and chat",
    "write clear handover notes",
    "travel one day a week",
    "own the budget for spare parts",
    "improve how we plan stock",
    "set up the new site from the first day",
    "work with suppliers on quality",
    "document every release",
    "prepare the yearly inspection",
    "help colleagues who are new to the tools",
)

GARMENTS = {
    "jacket": ("two-way zip", "taped seams", "storm flap"),
    "dress": ("pleated skirt", "hidden pockets", "button placket"),
    "boots": ("stitched welt", "lug sole", "padded collar"),
    "running shoes": ("wide toe box", "reflective heel", "light foam"),
    "scarf": ("fringed ends", "herringbone weave", "brushed finish"),
    "backpack": ("laptop sleeve", "roll top", "sternum strap"),
    "jumper": ("ribbed cuffs", "raglan sleeves", "shawl collar"),
    "trousers": ("straight cut", "elastic waist", "tapered leg"),
    "hat": ("folding brim", "ear flaps", "sweatband"),
    "socks": ("cushioned heel", "seamless toe", "mid calf"),
}
HOME = {
    "lamp": ("swing arm", "fabric shade", "dimmer on the cord"),
    "desk": ("cable tray", "bevelled edge", "two drawers"),
    "roller blind": ("blackout lining", "side chain", "trimmable width"),
    "vase": ("narrow neck", "matt glaze", "hand thrown"),
    "armchair": ("turned legs", "removable covers", "high back"),
    "kettle": ("gooseneck spout", "stay-cool handle", "temperature dial"),
    "rug": ("flat weave", "cut pile", "non-slip backing"),
    "bookcase": ("five shelves", "adjustable feet", "open back"),
}
TOOLS = {
    "drill": ("two-speed gearbox", "keyless chuck", "belt clip"),
    "jigsaw": ("tool-free blade change", "orbital action", "dust port"),
    "socket set": ("72-tooth ratchet", "blow-moulded case", "metric sizes"),
    "race bike": ("disc brakes", "carbon fork", "tubeless rims"),
    "mouse": ("silent buttons", "six programmable keys", "charging dock"),
    "switch": ("eight ports", "fanless case", "wall mount"),
}
FOODS = {
    "spice mix": ("ground weekly", "no added salt", "refill pouch"),
    "cookbook": ("ninety recipes", "step photographs", "ribbon marker"),
    "sauce": ("slow cooked", "medium heat", "glass jar"),
    "noodle kit": ("serves four", "ready in twelve minutes", "chilli oil on the side"),
    "tea": ("loose leaf", "spring harvest", "tin with a spoon"),
    "bread mix": ("stone milled", "overnight proof", "seeds included"),
}
