from pathlib import Path

import pytest

from kg import api, resources

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
SOURCES = {"samples": resources.folder("samples"), "real reports": CORPUS}


@pytest.fixture(scope="session", params=list(SOURCES))
def built(request, tmp_path_factory):
    """A store of the samples, and one of real reports where these lie beside the checkout."""
    source = SOURCES[request.param]
    if not source.is_dir():
        pytest.skip(f"there are no real reports at {source}")
    store = tmp_path_factory.mktemp("built") / "store"
    api.build([source], store)
    return store
