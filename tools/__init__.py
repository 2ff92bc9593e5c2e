"""Setting up, serving and checking maglyc: what the Makefile's targets run.

Only the standard library may be imported here: these modules run before anything is installed.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  (an older Python is told so, rather than shown a syntax error)
    sys.exit(
        "maglyc needs Python 3.11 or newer, and %s is Python %d.%d. "  # noqa: UP031
        "Name another one: make run PYTHON=python3.11" % (sys.executable, sys.version_info[0], sys.version_info[1])
    )
