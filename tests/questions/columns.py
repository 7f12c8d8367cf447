"""The columns that each question has, in their order: what users and programs rely on."""

VALUE = "value unit comparator upper period"
FACT = "quote statement report"
PLACE = "area areaName year"
COLUMNS = {
    "award-ranking": "area areaName national provincial municipal",
    "awards": f"{PLACE} award recipient conferredBy level {FACT}",
    "awards-sought": f"{PLACE} award recipient level {FACT}",
    "bodies": "body bodyName type area areaName statements",
    "changes": f"{PLACE} indicator label change unit comparator upper period {FACT}",
    "compare-districts": f"{PLACE} {VALUE} {FACT}",
    "conflicts": f"{PLACE} indicator label value otherValue unit comparator upper period "
    "quote statement otherStatement report",
    "correction": f"{PLACE} indicator {VALUE} {FACT}",
    "coverage": f"{PLACE} reports statements",
    "district-profile": f"{PLACE} statementKind indicator label kind {VALUE} status {FACT}",
    "documents-implemented": "title districts",
    "documents-issued": f"{PLACE} title relation status {FACT}",
    "evidence": "statement report source start end quote",
    "first-offence-lists": f"{PLACE} program edition items status {FACT}",
    "growth-check": f"{PLACE} indicator reported computed difference unit comparator upper period "
    "quote statement otherStatement report",
    "inconsistent-counts": f"{PLACE} rule left right quote statement otherStatement report",
    "indicator-trend": f"{PLACE} {VALUE} {FACT}",
    "late-reports": f"{PLACE} report issued daysLate",
    "legal-services": f"{PLACE} indicator {VALUE} {FACT}",
    "leniency-adoption": "area areaName firstLeniency firstFirstOffence",
    "leniency-lists": f"{PLACE} type program items status {FACT}",
    "leniency-results": f"{PLACE} indicator {VALUE} {FACT}",
    "litigation": f"{PLACE} indicator kind {VALUE} {FACT}",
    "mediation": f"{PLACE} indicator {VALUE} {FACT}",
    "metrics": f"area areaName township year indicator group label kind {VALUE} part repeats start end {FACT}",
    "missing-sections": f"{PLACE} report title missing",
    "named-programs": f"{PLACE} program type status {FACT}",
    "normative-documents": f"{PLACE} indicator {VALUE} {FACT}",
    "outliers": f"{PLACE} indicator {VALUE} median ratio {FACT}",
    "program-matrix": "area areaName type realised planned",
    "programs-by-type": f"{PLACE} type program status {FACT}",
    "publicity": f"{PLACE} indicator {VALUE} {FACT}",
    "reconsideration-funnel": f"{PLACE} applications accepted closed corrected",
    "reports": "report title type area areaName year issued publisher",
    "responsible-bodies": f"{PLACE} program body {FACT}",
    "shortcomings": f"{PLACE} label topic {FACT}",
    "similar-districts": "area areaName otherArea otherName shared jaccard",
    "statements": f"area areaName township year statementKind label status period part repeats start end {FACT}",
    "targets": f"{PLACE} indicator label target unit comparator upper period {FACT}",
    "targets-vs-actuals": f"{PLACE} indicator target actual unit comparator upper period met "
    "quote statement otherStatement report",
    "unique-programs": f"type area areaName program {FACT}",
    "unlinked-metrics": "label unit count example",
    "vocabulary-use": "scheme concept label uses",
}
