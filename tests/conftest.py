"""What every test shares: properties are tried on the same examples in every run."""

from hypothesis import settings

_LONGEST_ID = 80

settings.register_profile("reproducible", deadline=None, derandomize=True)
settings.load_profile("reproducible")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a case by its argument where its value is long, or bytes that a clock may be in.

    Every core must find the same names.
    """
    if isinstance(val, bytes) or (isinstance(val, str) and len(val) > _LONGEST_ID):
        return argname
    return None
