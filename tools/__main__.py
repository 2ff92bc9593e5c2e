"""``python3 -m tools setup | run | test``."""

from __future__ import annotations

import sys
from collections.abc import Callable

from tools import checking, npm, serving, virtualenv
from tools.problem import Problem


def set_up() -> int:
    """Make the environment that developing needs."""
    virtualenv.prepared("requirements-dev.txt")
    npm.modules("nu")
    return 0


TARGETS: dict[str, Callable[[], int]] = {"setup": set_up, "run": serving.run, "test": checking.run}


def main(arguments: list[str]) -> int:
    """Run one target and return the exit code; what stops it is printed as one plain message."""
    if len(arguments) != 1 or arguments[0] not in TARGETS:
        print(f"usage: python3 -m tools {' | '.join(TARGETS)}", file=sys.stderr)
        return 2
    try:
        return TARGETS[arguments[0]]()
    except Problem as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted. It is safe to start the same command again.", file=sys.stderr)
        return 130


sys.exit(main(sys.argv[1:]))
