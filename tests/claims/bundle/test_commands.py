"""The two commands as an operator meets them."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from claims.models import Claim, Publication
from tests.claims.bundle.small import changed, write_small
from tests.claims.bundle.test_shipped import SHIPPED

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> list[str]:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue().splitlines()


def tables_of(folder: Path) -> dict[str, bytes]:
    """Return the files of a bundle, without its description and its README."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    read = {str(path.relative_to(folder)): path.read_bytes() for path in paths}
    return {name: data for name, data in read.items() if name not in ("datapackage.json", "README.md")}


def test_the_shipped_bundle_loads_publishes_and_comes_out_as_it_went_in(tmp_path: Path) -> None:
    said = run("load_bundle", str(SHIPPED), "--publish")
    assert said[:5] == ["articles: 1", "sources: 99", "claims: 60", "omissions: 1", "publishing: 60"]
    assert said[6:] == ["Published: claims 60, articles 1."]
    assert list(Claim.objects.values_list("number", flat=True)) == list(range(1, 61))
    assert set(Claim.objects.values_list("status", flat=True)) == {"published"}
    assert Publication.objects.count() == 60
    run("export_bundle", str(tmp_path / "out"))
    assert tables_of(tmp_path / "out") == tables_of(SHIPPED)
    assert run("load_bundle", str(tmp_path / "out"))[-1].endswith("is loaded already: nothing was changed.")


def test_a_broken_bundle_is_told_and_nothing_loaded(tmp_path: Path) -> None:
    folder = write_small(tmp_path / "zinc")
    changed(folder, "topics.csv", "shorter-cold,zinc", "other,zinc")
    with pytest.raises(CommandError) as caught:
        run("load_bundle", str(folder))
    assert str(caught.value).splitlines() == [
        "Nothing was loaded.",
        "topics.csv, line 3, claim: expected key of a row of claims.csv, found other",
        "1 problem found.",
    ]
    assert Claim.objects.count() == 0


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is not a folder: give the folder that holds"):
        run("load_bundle", str(tmp_path / "nowhere"))


def test_export_replaces_only_a_bundle_and_only_when_asked(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear Ada")
    with pytest.raises(CommandError, match="is not empty: choose another folder"):
        run("export_bundle", str(folder))
    with pytest.raises(CommandError, match=r"holds no datapackage\.json: only a bundle is replaced"):
        run("export_bundle", str(folder), "--force")
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_export_replaces_a_bundle_and_keeps_its_readme(tmp_path: Path) -> None:
    folder = write_small(tmp_path / "zinc")
    (folder / "README.md").write_text("About zinc.")
    said = run("export_bundle", str(folder), "--force", "--name", "empty")
    assert said[0].startswith("Wrote 0 articles, 0 claims, 0 evidence, 0 omissions, 0 sources to ")
    assert (folder / "README.md").read_text() == "About zinc."
    assert not (folder / "articles").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["zinc"]


def test_export_says_how_many_claims_are_not_public(tmp_path: Path) -> None:
    run("load_bundle", str(write_small(tmp_path / "zinc")))
    said = run("export_bundle", str(tmp_path / "out"))
    assert said[1:] == ["2 claims are not published here; load_bundle --publish would publish them elsewhere."]


def test_export_refuses_a_name_that_no_package_may_have(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="--name takes lower-case letters"):
        run("export_bundle", str(tmp_path / "out"), "--name", "My Base")
