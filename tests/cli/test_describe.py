import pyoxigraph as ox

VOID = "http://rdfs.org/ns/void#"
ROL = "https://w3id.org/rol-kg/ontology#"


def test_counts_are_those_of_the_store(kg, store):
    described = ox.Store()
    described.load(kg("describe", "--store", store).stdout_bytes, format=ox.RdfFormat.TURTLE)
    opened = ox.Store.read_only(str(store))
    size = next(
        iter(described.quads_for_pattern(None, ox.NamedNode(VOID + "triples"), ox.Literal(len(opened))))
    )
    assert size.subject.value == "https://w3id.org/rol-kg/dataset"
    found = described.query(f"SELECT ?n {{ ?part <{VOID}class> <{ROL}Metric> ; <{VOID}entities> ?n }}")
    metrics = opened.query(f"SELECT (COUNT(?m) AS ?n) {{ ?m a <{ROL}Metric> }}")
    assert [row["n"].value for row in found] == [row["n"].value for row in metrics]


def test_the_same_store_gives_the_same_bytes(kg, store):
    assert kg("describe", "--store", store).stdout_bytes == kg("describe", "--store", store).stdout_bytes


def test_no_store(refused):
    assert "nowhere" in refused("describe", "--store", "nowhere")
