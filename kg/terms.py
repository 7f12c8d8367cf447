"""Every IRI of the graph's vocabulary, as constants. Their meaning is in ``ontology/rol.ttl``.

Terms without a prefix in their name are the project's own (``rol:``); the others carry the prefix of the
standard they come from: RDF, RDFS, SKOS, Dublin Core terms, Web Annotation (OA) and schema.org.
"""

from __future__ import annotations

from pyoxigraph import NamedNode

BASE = "https://w3id.org/rol-kg/"
ROL = BASE + "ontology#"
AREA_BASE = BASE + "area/"
BODY_BASE = BASE + "body/"
BODY_TYPE_BASE = BASE + "body-type/"
DOCUMENT_BASE = BASE + "document/"
HONOUREE_BASE = BASE + "honouree/"
INDICATOR_BASE = BASE + "indicator/"
INDICATOR_GROUP_BASE = BASE + "indicator-group/"
PERIOD_BASE = BASE + "period/"
PROGRAM_BASE = BASE + "program/"
PROGRAM_TYPE_BASE = BASE + "program-type/"
REPORT_BASE = BASE + "report/"
SHAPE_BASE = BASE + "shape/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"
SH = "http://www.w3.org/ns/shacl#"

PREFIXES = {
    "dcterms": DCTERMS,
    "oa": OA,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "rol": ROL,
    "schema": SCHEMA,
    "skos": SKOS,
    "xsd": XSD,
}
"""The prefixes that the project writes, sorted."""

# Standard terms
RDF_TYPE = NamedNode(RDF + "type")
RDFS_LABEL = NamedNode(RDFS + "label")
RDFS_SUB_CLASS_OF = NamedNode(RDFS + "subClassOf")
SKOS_ALT_LABEL = NamedNode(SKOS + "altLabel")
SKOS_BROADER = NamedNode(SKOS + "broader")
SKOS_CONCEPT = NamedNode(SKOS + "Concept")
SKOS_CONCEPT_SCHEME = NamedNode(SKOS + "ConceptScheme")
SKOS_IN_SCHEME = NamedNode(SKOS + "inScheme")
SKOS_NOTATION = NamedNode(SKOS + "notation")
SKOS_PREF_LABEL = NamedNode(SKOS + "prefLabel")
DCTERMS_ISSUED = NamedNode(DCTERMS + "issued")
DCTERMS_PUBLISHER = NamedNode(DCTERMS + "publisher")
DCTERMS_SOURCE = NamedNode(DCTERMS + "source")
DCTERMS_TITLE = NamedNode(DCTERMS + "title")
OA_END = NamedNode(OA + "end")
OA_EXACT = NamedNode(OA + "exact")
OA_START = NamedNode(OA + "start")
SCHEMA_TEXT = NamedNode(SCHEMA + "text")
XSD_DATE = NamedNode(XSD + "date")
XSD_DECIMAL = NamedNode(XSD + "decimal")
XSD_INTEGER = NamedNode(XSD + "integer")

# Classes
ANNUAL_REPORT = NamedNode(ROL + "AnnualReport")
AREA = NamedNode(ROL + "Area")
AWARD = NamedNode(ROL + "Award")
BODY = NamedNode(ROL + "Body")
BODY_TYPE_CLASS = NamedNode(ROL + "BodyType")
BUREAU = NamedNode(ROL + "Bureau")
CALENDAR_YEAR = NamedNode(ROL + "CalendarYear")
CITATION = NamedNode(ROL + "Citation")
CITY = NamedNode(ROL + "City")
COUNTRY = NamedNode(ROL + "Country")
DISTRICT = NamedNode(ROL + "District")
DOCUMENT_CLASS = NamedNode(ROL + "Document")
EVIDENCE_CLASS = NamedNode(ROL + "Evidence")
HONOUREE = NamedNode(ROL + "Honouree")
IMPLEMENTATION = NamedNode(ROL + "Implementation")
INDICATOR_CLASS = NamedNode(ROL + "Indicator")
INDICATOR_GROUP = NamedNode(ROL + "IndicatorGroup")
LENIENCY_LIST = NamedNode(ROL + "LeniencyList")
METRIC = NamedNode(ROL + "Metric")
PERIOD_CLASS = NamedNode(ROL + "Period")
PROGRAM_CLASS = NamedNode(ROL + "Program")
PROGRAM_TYPE_CLASS = NamedNode(ROL + "ProgramType")
PROVINCE = NamedNode(ROL + "Province")
REPORT = NamedNode(ROL + "Report")
SHORTCOMING = NamedNode(ROL + "Shortcoming")
STATEMENT = NamedNode(ROL + "Statement")
TOWNSHIP_CLASS = NamedNode(ROL + "Township")
WORK_PLAN = NamedNode(ROL + "WorkPlan")
WORK_SUMMARY = NamedNode(ROL + "WorkSummary")

# Properties
BODY_TYPE = NamedNode(ROL + "bodyType")
BREAKDOWN_OF = NamedNode(ROL + "breakdownOf")
CHANGE = NamedNode(ROL + "change")
CODE = NamedNode(ROL + "code")
COMPARATOR = NamedNode(ROL + "comparator")
CONCERNS = NamedNode(ROL + "concerns")
CONFERRED_BY = NamedNode(ROL + "conferredBy")
COVERS_YEAR = NamedNode(ROL + "coversYear")
DOCUMENT = NamedNode(ROL + "document")
DOCUMENT_NUMBER = NamedNode(ROL + "documentNumber")
EDITION = NamedNode(ROL + "edition")
END = NamedNode(ROL + "end")
EVIDENCE = NamedNode(ROL + "evidence")
EXTRACTED_WITH = NamedNode(ROL + "extractedWith")
FULL_NAME = NamedNode(ROL + "fullName")
HAS_SECTION = NamedNode(ROL + "hasSection")
IN_AREA = NamedNode(ROL + "inArea")
INDICATOR = NamedNode(ROL + "indicator")
IN_PART = NamedNode(ROL + "inPart")
IN_TYPE = NamedNode(ROL + "inType")
ITEM_COUNT = NamedNode(ROL + "itemCount")
LEVEL = NamedNode(ROL + "level")
OF_AREA = NamedNode(ROL + "area")
PART_OF = NamedNode(ROL + "partOf")
PERIOD = NamedNode(ROL + "period")
PROGRAM = NamedNode(ROL + "program")
PROGRAM_TYPE = NamedNode(ROL + "programType")
RECIPIENT = NamedNode(ROL + "recipient")
RELATION = NamedNode(ROL + "relation")
REPEATS = NamedNode(ROL + "repeats")
REPLACED_BY = NamedNode(ROL + "replacedBy")
RESPONSIBLE = NamedNode(ROL + "responsible")
RUN_BY = NamedNode(ROL + "runBy")
START = NamedNode(ROL + "start")
STATED_IN = NamedNode(ROL + "statedIn")
STATEMENT_COUNT = NamedNode(ROL + "statementCount")
STATUS = NamedNode(ROL + "status")
TARGET = NamedNode(ROL + "target")
TARGET_CHANGE = NamedNode(ROL + "targetChange")
TOWNSHIP = NamedNode(ROL + "township")
UNIT = NamedNode(ROL + "unit")
UPPER_VALUE = NamedNode(ROL + "upperValue")
VALID_FROM = NamedNode(ROL + "validFrom")
VALID_UNTIL = NamedNode(ROL + "validUntil")
VALUE = NamedNode(ROL + "value")
WITHIN = NamedNode(ROL + "within")
YEAR = NamedNode(ROL + "year")

# Individuals
ACHIEVEMENTS_PART = NamedNode(ROL + "AchievementsPart")
APPROVED = NamedNode(ROL + "Approved")
APPROXIMATELY = NamedNode(ROL + "Approximately")
AT_LEAST = NamedNode(ROL + "AtLeast")
AT_MOST = NamedNode(ROL + "AtMost")
CITED = NamedNode(ROL + "Cited")
COUNTY_LEVEL = NamedNode(ROL + "CountyLevel")
GREATER_THAN = NamedNode(ROL + "GreaterThan")
IMPLEMENTED = NamedNode(ROL + "Implemented")
ISSUED = NamedNode(ROL + "Issued")
LEADER_DUTY_PART = NamedNode(ROL + "LeaderDutyPart")
LESS_THAN = NamedNode(ROL + "LessThan")
MUNICIPAL_LEVEL = NamedNode(ROL + "MunicipalLevel")
NATIONAL_LEVEL = NamedNode(ROL + "NationalLevel")
NEXT_PLAN_PART = NamedNode(ROL + "NextPlanPart")
PLANNED = NamedNode(ROL + "Planned")
PROVINCIAL_LEVEL = NamedNode(ROL + "ProvincialLevel")
REALISED = NamedNode(ROL + "Realised")
REVISED = NamedNode(ROL + "Revised")
SHORTCOMINGS_PART = NamedNode(ROL + "ShortcomingsPart")
STUDIED = NamedNode(ROL + "Studied")
TOWNSHIP_LEVEL = NamedNode(ROL + "TownshipLevel")

# Concept schemes
BODY_TYPES = NamedNode(BASE + "body-types")
INDICATORS = NamedNode(BASE + "indicators")
PROGRAM_TYPES = NamedNode(BASE + "program-types")
