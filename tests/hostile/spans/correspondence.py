"""Letters, minutes, references, tickets and small print, several sentences at a time."""

from __future__ import annotations

CASES: tuple[str, ...] = (
    (
        "Minutes: Mr. Old opened the meeting. The {blind|disability} member asked for large print. The blind "
        "was drawn. Any other business: none."
    ),
    (
        "Reference: Ms. Irish taught French for six years. She is punctual. We never asked whether she is "
        "{married|marital_status}."
    ),
    "Ticket 4411: caller is {elderly|age}, cannot find the black button, has an old router and a poor line.",
    "Complaint: the {Asian|race} driver was polite, the white van was filthy and the brown seats were torn.",
    "Hello, I am {deaf|disability}. Please e-mail me instead of calling. The old number is dead anyway.",
    "We regret that the single room is taken. A {single|marital_status/?} guest may share the double.",
    "The {Turkish|nationality} family upstairs fixed our Turkish kettle. Their old dog barked.",
    "Survey: 40 per cent of {men|gender} and 38 per cent of {women|gender} prefer black packaging.",
    "Agenda: 1. race day parking, 2. old minutes, 3. native trees, 4. blind corner, 5. gents' toilet repairs.",
    "Lost: a black wallet, brown gloves and an old Polish passport. Reward.",
    "Found: white cat, blind in one eye, answers to Duke.",
    "Property: mature garden, old stables, single garage, poor access, rich soil, black slate roof.",
    "Warranty: void if the native battery is replaced, or the old seal is broken.",
    "Delivery note: 4 x black, 2 x white, 1 x brown, old style.",
    "To whom it may concern: the tenant, a {Sudanese|nationality} national, has paid on time for three years.",
    "The judge asked the {young|age} witness to repeat the date. The old clerk's desk was empty.",
    "Our {disabled|disability} guests get the ground floor; disabled lifts are marked red.",
    "Review: the Thai soup was cold, the {Thai|nationality} waitress was kind, the white wine corked.",
    "Review: great straight-leg fit, rich colour, poor zip, runs short.",
    "Quiz: which Roman emperor, which Greek island, which Russian novel, which Jewish holiday?",
    "Syllabus: Black Death, {White Russians|?}, {Young Turks|?}, the {Old Believers|?} and the Irish Question.",
    "Gardening: prune old wood, feed young plants, move native ferns, blind shoots get no water.",
    "Physics: black body, white dwarf, brown dwarf, straight line, mature star.",
    "Chess club: Black to play, White mates in two, juniors at six, seniors at seven.",
    "Poker: a straight beats three of a kind; go in blind; the big blind is two pounds.",
    "Sewing: blind hem, straight stitch, fat quarter, black thread, old bobbin, female snap, male snap.",
    "Railway: single line, dumb buffer, old signal box, blind tunnel, minor delay.",
    "Finance: black swan, white knight, junior debt, mature bond, foreign bill, poor man's hedge.",
    "Geology: young rock, old red sandstone, mature valley, blind valley, rich seam.",
    "Theatre: the dumb waiter, the old set, a straight play, the black box, the gods.",
    "Typography: old style figures, black weight, straight quotes, blind folio, widow and orphan control.",
    "Cycling: old frame, blind bend, race number, junior gear, straight bars.",
    "Audio: mute group, white noise, pink noise, straight XLR, male to female adaptor, rich bass, thin treble.",
    "Cheese board: mature, young, blue, Swiss, French, an old Dutch and a rich Irish.",
    "Weather: black ice, white frost, poor visibility, mature storm, old snow.",
    "Networking: native VLAN, orphan node, dumb switch, foreign agent, dead peer, master and slave ports.",
    'He wrote: "The {lesbian|orientation} couple were charming hosts." Old habits die hard.',
    "Our {Hindu|religion} clients asked for June; the {Jewish|religion/ethnicity} ones for May; the old diary is full.",
    "The {Iraqi|nationality} surgeon operated on a {Kuwaiti|nationality} {boy|gender} in the German ward.",
    "They fined the {gay|orientation} bar owner, not the owner of the straight razor.",
    "The caretaker is {Portuguese|nationality}, the lift is German and the paint is white.",
    "Both {wheelchair users|disability} were stuck when the wheelchair lift failed.",
)
