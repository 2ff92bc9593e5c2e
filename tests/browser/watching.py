"""What goes wrong in a page without anybody asking, and what a page does behind its reader's back."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Route

from tests.conftest import is_this_machine


class Watch:
    """Errors of scripts and of the console, refused resources, and addresses on other machines."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def over(self, context: BrowserContext) -> None:
        """Note the problems of every page of the context, and let no request leave this machine."""
        context.route("**/*", self.keep_inside)
        context.on("weberror", lambda error: self.problems.append(f"script error: {error.error}"))
        context.on("console", lambda message: self.note(message.type, message.text))

    def keep_inside(self, route: Route) -> None:
        """Stop a request to another machine and note it."""
        host = route.request.url.split("/")[2].rpartition("@")[2]
        if is_this_machine(host.rsplit(":", 1)[0].strip("[]")):
            route.continue_()
        else:
            self.problems.append(f"request to another machine: {route.request.url}")
            route.abort()

    def note(self, kind: str, text: str) -> None:
        """Keep the errors of the console, among them what breaks the content security policy."""
        if kind == "error" or "Content Security Policy" in text:
            self.problems.append(f"console: {text}")

    def expect(self, beginning: str) -> None:
        """Take out the one problem that a test brings about on purpose."""
        expected = [problem for problem in self.problems if problem.startswith(beginning)]
        assert len(expected) == 1, self.problems
        self.problems.remove(expected[0])
