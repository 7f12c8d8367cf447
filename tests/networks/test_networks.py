"""What each network of the library shows, of small graphs by hand."""

import pytest

from kg.networks import library
from tests.networks.small import edges, runs, seen, statement, store, values

LIST, MEDIATION = "penalty-exemption-list", "mediation"


class TestDistrictProgram:
    NAME = "district-program"

    def test_programs_are_counted_done_and_planned_apart(self):
        opened = store(
            runs("320402", LIST, "1", 2021, "Planned"),
            runs("320402", LIST, "1", 2022),
            runs("320402", LIST, "2", 2022),
            runs("360102", MEDIATION, "3", 2023, "Planned"),
        )
        network = seen(opened, self.NAME)
        assert edges(network) == {("天宁区", "", "免罚清单"): 2, ("东湖区", "", "人民调解"): 1}
        assert [column.name for column in network.edge_columns] == ["realised", "planned"]
        assert [edge.values for edge in network.edges] == [(2, 1), (0, 1)]
        assert network.edges[0].years == (2021, 2022)
        assert values(network, "天宁区")["fullName"] == "江苏省常州市天宁区"

    def test_repetitions_and_townships_do_not_count(self):
        opened = store(
            runs("320402", LIST, "1", 2022, more="; rol:repeats r:1"),
            runs("320402", LIST, "2", 2022, more="; rol:township area:320402001"),
        )
        assert seen(opened, self.NAME).edges == ()

    def test_filters(self):
        opened = store(
            runs("320402", LIST, "1", 2021, "Planned"),
            runs("320404", MEDIATION, "3", 2022),
            runs("360102", LIST, "2", 2023),
        )
        tianning, zhonglou = ("天宁区", "", "免罚清单"), ("钟楼区", "", "人民调解")
        donghu = ("东湖区", "", "免罚清单")
        assert set(edges(seen(opened, self.NAME, area=["320000"]))) == {tianning, zhonglou}
        assert set(edges(seen(opened, self.NAME, year=[2022, 2023]))) == {zhonglou, donghu}
        assert set(edges(seen(opened, self.NAME, type=["leniency"]))) == {tianning, donghu}
        assert set(edges(seen(opened, self.NAME, status=["realised"]))) == {zhonglou, donghu}
        assert set(edges(seen(opened, self.NAME, status=["planned"], area=["360102"]))) == set()


class TestDistrictSimilarity:
    NAME = "district-similarity"

    def test_shared_types_by_all_types(self):
        opened = store(
            runs("320402", LIST, "1", 2021),
            runs("320402", MEDIATION, "3", 2021),
            runs("360102", LIST, "2", 2023),
            runs("320404", MEDIATION, "3", 2023, "Planned"),
        )
        network = seen(opened, self.NAME)
        assert edges(network) == {("天宁区", "", "东湖区"): 0.5}
        assert values(network, "天宁区")["types"] == 2
        assert network.edges[0].values == (1,)

    def test_filters_hold_for_both_ends_and_for_what_is_counted(self):
        opened = store(
            runs("320402", LIST, "1", 2021),
            runs("320402", MEDIATION, "3", 2022),
            runs("320404", LIST, "1", 2021),
            runs("360102", LIST, "1", 2021),
        )
        assert len(seen(opened, self.NAME).edges) == 3
        assert edges(seen(opened, self.NAME, area=["320000"])) == {("天宁区", "", "钟楼区"): 0.5}
        assert edges(seen(opened, self.NAME, area=["320000"], year=[2021])) == {("天宁区", "", "钟楼区"): 1}
        assert edges(seen(opened, self.NAME, area=["320000"], type=["leniency"])) == {
            ("天宁区", "", "钟楼区"): 1
        }


class TestProgramDiffusion:
    NAME = "program-diffusion"

    def test_from_the_earlier_to_the_later(self):
        opened = store(
            runs("320402", LIST, "1", 2021),
            runs("320402", LIST, "1", 2024),
            runs("360102", LIST, "2", 2023),
            runs("320404", LIST, "2", 2023),
            runs("320404", MEDIATION, "3", 2020, "Planned"),
            runs("360102", MEDIATION, "3", 2022),
        )
        network = seen(opened, self.NAME)
        assert edges(network) == {("天宁区", "", "东湖区"): 1, ("天宁区", "", "钟楼区"): 1}
        assert {edge.years for edge in network.edges} == {(2023,)}
        assert {edge.values for edge in network.edges} == {(2.0,)}
        assert set(edges(seen(opened, self.NAME, area=["320000"]))) == {("天宁区", "", "钟楼区")}


class TestAwards:
    NAME = "awards"

    def award(self, recipient, more="", status="Realised"):
        return statement("award", f"rol:recipient {recipient} ; rol:status rol:{status} {more}")

    def test_from_who_confers_or_else_the_level(self):
        opened = store(
            self.award("body:1, honouree:1", "; rol:conferredBy body:3 ; rol:level rol:NationalLevel"),
            self.award("area:320402", "; rol:level rol:NationalLevel", "Planned"),
            self.award("program:1"),
        )
        network = seen(opened, self.NAME)
        assert edges(network) == {
            ("司法部", "realised", "天宁区司法局"): 1,
            ("司法部", "realised", "王小明"): 1,
            ("国家级", "planned", "天宁区"): 1,
        }
        kinds = {node.label: node.kind for node in network.nodes}
        assert kinds == {
            "司法部": "body", "天宁区司法局": "body", "王小明": "honouree", "国家级": "level", "天宁区": "area",
            "免罚清单一": "program",
        }  # fmt: skip

    def test_honours_are_counted_and_named(self):
        opened = store(*(self.award("body:1", "; rol:conferredBy body:3") for _ in range(2)))
        [edge] = seen(opened, self.NAME).edges
        assert edge.weight == 2
        assert edge.values[0].count("说法") == 2
        assert seen(opened, self.NAME, status=["planned"]).nodes == ()


class TestDocuments:
    NAME = "documents"

    def test_what_was_done_with_which_document(self):
        opened = store(
            statement(
                "citation", "rol:document document:1 ; rol:relation rol:Studied ; rol:status rol:Realised"
            ),
            statement(
                "citation", "rol:document document:1 ; rol:relation rol:Studied ; rol:status rol:Planned"
            ),
            statement(
                "citation", "rol:document document:2 ; rol:relation rol:Issued ; rol:status rol:Realised"
            ),
            statement(
                "citation", "rol:document document:1 ; rol:relation rol:Issued", report="2", area="360102"
            ),
        )
        network = seen(opened, self.NAME)
        assert edges(network) == {
            ("天宁区报告", "studied", "行政处罚法"): 2,
            ("天宁区报告", "issued", "天宁区工作方案"): 1,
            ("江西省南昌市东湖区", "issued", "行政处罚法"): 1,
        }
        assert sorted(edge.values[0] for edge in network.edges) == [0, 0, 1]
        assert len(seen(opened, self.NAME, area=["320402"]).edges) == 2


class TestBodies:
    NAME = "bodies"

    def test_part_of_what_running_and_answering_for_what(self):
        opened = store(
            runs("320402", LIST, "1", 2022, more="; rol:runBy body:1"),
            runs("320402", MEDIATION, "3", 2023, "Planned", more="; rol:responsible body:1, body:2"),
        )
        network = seen(opened, self.NAME)
        assert edges(network) == {
            ("天宁区司法局", "part-of", "天宁区人民政府"): 1,
            ("天宁区司法局", "runs", "免罚清单一"): 1,
            ("天宁区司法局", "answers-for", "老娘舅"): 1,
            ("天宁区人民政府", "answers-for", "老娘舅"): 1,
        }


class TestFull:
    NAME = "full"

    def test_statements_are_linked_to_what_they_name(self):
        opened = store(runs("320402", LIST, "1", 2022, more="; rol:runBy body:1"))
        network = seen(opened, self.NAME)
        labels = {(kind, other) for (one, kind, other) in edges(network) if one.startswith("说法")}
        assert labels == {
            ("statedIn", "天宁区报告"), ("area", "天宁区"), ("program", "免罚清单一"),
            ("programType", "免罚清单"), ("runBy", "天宁区司法局"),
        }  # fmt: skip
        assert ("天宁区", "within", "江苏省") in edges(network)
        assert all(node.kind in library.projection(self.NAME).kinds for node in network.nodes)
        assert "王小明" not in {node.label for node in network.nodes}

    def test_filters_leave_only_what_is_named(self):
        opened = store(runs("320402", LIST, "1", 2022), runs("360102", MEDIATION, "3", 2023))
        network = seen(opened, self.NAME, area=["320402"])
        labels = {node.label for node in network.nodes}
        assert {"天宁区", "江苏省", "免罚清单一"} <= labels
        assert labels.isdisjoint({"东湖区", "老娘舅", "天宁区司法局"})
        assert "免罚清单一" not in {node.label for node in seen(opened, self.NAME, year=[2023]).nodes}


@pytest.mark.parametrize("projection", library.projections(), ids=lambda projection: projection.name)
def test_a_graph_without_statements(projection):
    network = seen(store(), projection.name)
    assert all(edge.kind in ("part-of", "partOf", "within") for edge in network.edges)


def test_the_order_in_which_a_graph_was_built_does_not_show():
    statements = [
        runs("320402", LIST, "1", 2021, "Planned", more="; rol:runBy body:1"),
        runs("320402", LIST, "2", 2023),
        runs("360102", LIST, "3", 2022),
        *(statement("award", f"rol:recipient body:1 ; rol:status rol:Realised ; rol:conferredBy body:{n}") for n in (2, 3, 3)),
        statement("citation", "rol:document document:1 ; rol:relation rol:Studied ; rol:status rol:Planned", year=2023),
    ]  # fmt: skip
    there, back = store(*statements), store(*reversed(statements))
    for projection in library.projections():
        assert seen(there, projection.name) == seen(back, projection.name)
