import tomllib

from briefing.model.reading import shipped_model
from support import PROJECT


def test_the_checkout_ships_its_own_model() -> None:
    assert shipped_model() == str(PROJECT / "data" / "article.yaml")


def test_the_wheel_takes_the_model_along_to_where_it_is_looked_for() -> None:
    pyproject = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"data/article.yaml": "briefing/data/article.yaml"}


def test_the_package_says_that_it_is_typed() -> None:
    assert (PROJECT / "briefing" / "py.typed").is_file()
