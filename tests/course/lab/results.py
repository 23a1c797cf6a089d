"""A result of the program as it comes out on some machine, for the tests of what is said of it."""

from typing import Any

WHOLE: dict[str, Any] = {
    "schema": 1,
    "date": "2026-11-26T12:00:00Z",
    "runs": 3,
    "machine": {
        "processor": "A <b>processor</b> & more",
        "processors": 2,
        "architecture": "x86_64",
        "memory_bytes": 8_000_000_000,
        "virtualised": None,
        "hypervisor": "",
        "in_container": False,
        "kernel": "6.1.0",
        "system": "Debian",
        "cgroups": "v2",
        "root": False,
        "python": "3.9.18",
        "filesystem": "ext4",
    },
    "results": [],
    "skipped": [
        {"kind": "kata", "title": "Kata", "reason": "no <engine> knows it", "install": "see https://kata.example"}
    ],
}
"""Without a kind: each test adds its own."""


def numbers(*values: float) -> dict[str, Any]:
    """Return values as the program does, of which the middle one is the median."""
    ordered = sorted(values)
    return {
        "median": ordered[len(ordered) // 2],
        "minimum": ordered[0],
        "maximum": ordered[-1],
        "values": list(values),
    }


def one(name: str, start: float, **others: Any) -> dict[str, Any]:
    """Return the result of a kind that starts in so many seconds."""
    memory = {
        "idle_bytes": 2_000_000,
        "one_more_bytes": 1_000_000,
        "fit_in_a_gigabyte": 999,
        "measured": [{"count": 1, "bytes": 2_000_000}, {"count": 2, "bytes": 3_000_000}],
    }
    return {
        "kind": name,
        "title": f"The {name}",
        "way": "busybox",
        "version": "1",
        "acceleration": None,
        "command": "sh",
        "start_seconds": numbers(start, start * 2, start / 2),
        "exit_seconds": numbers(start * 2),
        "together": [{"count": 1, "start_seconds": numbers(start)}],
        "memory": memory,
        "disk_bytes": 1_983_554,
        "kernel": "6.1.0",
        "boot_id": "c55f0921",
        "same_kernel": True,
        "seen_by_host": True,
        "call_seconds": numbers(3.4e-07),
        "sequential_write_bytes_per_second": numbers(5e8),
        "random_write_seconds": None,
        "notes": ["a <note>"],
        **others,
    }


def result(*kinds: dict[str, Any], **others: Any) -> dict[str, Any]:
    """Return a whole result of these kinds."""
    return {**WHOLE, "results": list(kinds), **others}
