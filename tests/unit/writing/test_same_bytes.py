"""The same Send gives the same bytes in every process, so a letter sent again is the same letter."""

import hashlib
import os
import subprocess
import sys

from letters import write

from mailflow.writing.sample_variants import samples

PRINT = """
import hashlib
from mailflow.writing.letter import write_letter
from mailflow.writing.sample_engagement import HOUSE, NOW
from mailflow.writing.sample_variants import samples
for name, (send, engagement) in sorted(samples().items()):
    print(name, hashlib.sha256(write_letter(send, engagement, HOUSE, NOW).raw).hexdigest())
"""


def _in_a_process(seed: str, zone: str) -> list[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    told = subprocess.run(
        [sys.executable, "-c", PRINT], env=environment, capture_output=True, text=True, check=True
    )
    return told.stdout.splitlines()


def test_two_processes_write_the_same_bytes() -> None:
    """Neither the order of sets nor the zone and locale of the machine reach a letter."""
    here = [
        f"{name} {hashlib.sha256(write(*sample).raw).hexdigest()}"
        for name, sample in sorted(samples().items())
    ]
    assert _in_a_process("1", "UTC") == _in_a_process("4242", "Asia/Tokyo") == here
