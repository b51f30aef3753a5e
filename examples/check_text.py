"""Check a text without any model: what a pack finds in it, what it puts there instead, and why."""

from __future__ import annotations

from pathlib import Path

from guardrails import Guard


def main() -> None:
    advert = (Path(__file__).parent / "data" / "job_ad.txt").read_text(encoding="utf-8")
    guard = Guard.from_pack("hiring")

    result = guard.check(advert)

    print(result.text)
    print(f"action: {result.action.name.lower()}")
    for decision in result.decisions:
        if decision.span is not None:
            place = "{}:{}".format(*decision.span)
            print(f"{place:>10}  {decision.layer:<9} {decision.attribute or '-':<16} {decision.reason}")


if __name__ == "__main__":
    main()
