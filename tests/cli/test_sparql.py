import pytest

COUNT = "SELECT (COUNT(?award) AS ?n) WHERE { ?award a rol:Award }"


def test_a_query_from_a_file_and_from_standard_input(kg, store, tmp_path):
    path = tmp_path / "count.rq"
    path.write_text(COUNT, "utf-8")
    from_file = kg("sparql", path, "--store", store, "--format", "csv")
    assert from_file.stdout_bytes == b"n\r\n4\r\n"
    assert kg("sparql", "-", "--store", store, "--format", "csv", input=COUNT).stdout_bytes == b"n\r\n4\r\n"


def test_a_question_of_the_library_runs_as_it_stands(kg, store):
    from kg import resources  # noqa: PLC0415

    path = resources.folder("queries") / "first-offence-lists.rq"
    ours = kg("query", "first-offence-lists", "--store", store, "--format", "csv")
    assert kg("sparql", path, "--store", store, "--format", "csv").stdout == ours.stdout


def test_tables(kg, store):
    assert "4" in kg("sparql", "-", "--store", store, input=COUNT).stdout
    assert "true" in kg("sparql", "-", "--store", store, input="ASK { ?s a rol:Award }").stdout


def test_graphs(kg, store):
    query = "CONSTRUCT { ?s a rol:Province } WHERE { ?s a rol:Province }"
    assert kg("sparql", "-", "--store", store, "--format", "nt", input=query).stdout.count("\n") == 2
    assert "rol:Province" in kg("sparql", "-", "--store", store, "--format", "ttl", input=query).stdout
    assert "area/320000" in kg("sparql", "-", "--store", store, input=query).stdout


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "empty"),
        ("SELECT * {", "not valid SPARQL"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("INSERT DATA { <a:b> <a:c> 1 }", "update"),
        ("DROP ALL", "update"),
        ("SELECT * FROM <a:b> { ?s ?p ?o }", "FROM"),
        ("SELECT * { ?s nobody:knows ?o }", "PREFIX"),
    ],
)
def test_what_is_refused(query, expected, refused, store):
    assert expected in refused("sparql", "-", "--store", store, input=query)


def test_formats_that_do_not_fit(refused, store):
    assert "csv" in refused("sparql", "-", "--store", store, "--format", "csv", input="CONSTRUCT {} {}")
    assert "ttl" in refused("sparql", "-", "--store", store, "--format", "ttl", input=COUNT)


def test_files_that_are_no_query(refused, store, tmp_path):
    assert "missing.rq" in refused("sparql", "missing.rq", "--store", store)
    (tmp_path / "latin.rq").write_bytes("SELECT * { ?s ?p 'é' }".encode("latin-1"))
    assert "UTF-8" in refused("sparql", tmp_path / "latin.rq", "--store", store)
    refused("sparql", tmp_path, "--store", store)


def test_a_store_that_is_none(refused):
    assert "nowhere" in refused("sparql", "-", "--store", "nowhere", input=COUNT)
