"""`make bench`: every measurement in one run, as ratios against a named peer or floor."""

import argparse
import sys
import time
from collections.abc import Callable

from benchmarks import flow_speed, kills, reading_bench, store_speed, synthesis_bench

PARTS: dict[str, Callable[[list[str]], int | None]] = {
    "store": store_speed.main,
    "flow": flow_speed.main,
    "kills": kills.main,
    "reading": reading_bench.main,
    "synthesis": synthesis_bench.main,
}


def main() -> int:
    """Run all parts, or those named; 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(PARTS)}; all if none")
    chosen = parser.parse_args().parts or list(PARTS)
    unknown = [part for part in chosen if part not in PARTS]
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}; parts are {', '.join(PARTS)}")
    worst = 0
    for part in chosen:
        print(f"\n== {part} ==", flush=True)
        start = time.perf_counter()
        worst = max(worst, PARTS[part]([]) or 0)
        print(f"({time.perf_counter() - start:.0f} s)")
    return worst


if __name__ == "__main__":
    sys.exit(main())
