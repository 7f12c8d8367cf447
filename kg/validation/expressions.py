"""SPARQL expressions as expressions of Python, which are then compiled once and for all.

Their names are the functions of ``values`` and a variable for each of SPARQL; what is not certain raises one of
``values.ERRORS`` as it is reckoned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from rdflib import XSD, URIRef, Variable
from rdflib import Literal as RdfLiteral

from kg.validation.algebra import EXISTS, NOT_EXISTS, name, variables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kg.validation.algebra import Term

Sort = Literal["node", "term", "optional", "number"]
"""What a variable holds: an IRI or blank node, any term, a term or None, a number that is reckoned."""
Kind = Literal["truth", "value", "text", "number", "quotient", "rough"]
"""What an expression comes to: a value is what a term has, a number is reckoned; what comes of a quotient is rough."""
_SIMPLE = re.compile(r"(?!.*(?:--|\[\[))[^\\{}&~]*")
"""Regular expressions that mean the same here and in SPARQL: without escapes, counts and sets of sets."""
_ROUGH = ("quotient", "rough")
_NUMBERS = ("value", "number", *_ROUGH)


class Code(NamedTuple):
    """An expression of Python and what it comes to."""

    text: str
    kind: Kind


UNKNOWN = Code("unknown()", "value")


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds at a place: the variables that are known, and how it is asked whether a group exists.

    ``bound`` are names for expressions, ``own`` the variables that the group around may have, ``nodes`` those among
    them that are no literals.
    """

    known: Mapping[Term, Sort]
    exists: Callable[[Any, Scope], str]
    bound: Mapping[Term, Any] = field(default_factory=dict)
    own: frozenset[Term] = frozenset()
    nodes: frozenset[Term] = frozenset()


def variable(term: Term) -> str:
    """Return the Python variable for one of SPARQL."""
    return "v_" + re.sub(r"\W", "_", term[1:])


def needs(expression: Any, bound: Mapping[Term, Any]) -> set[Term]:
    """Return the variables that an expression comes to in the end."""
    found: set[Term] = set()
    for one in variables(expression):
        found |= needs(bound[one], bound) if one in bound else {one}
    return found


def condition(expression: Any, scope: Scope) -> str:
    """Return an expression that is true where a filter holds."""
    return _truth(expression, scope)


def number(expression: Any, scope: Scope) -> str:
    """Return an expression that is a number."""
    return _number(expression, scope).text


def shown(term: Term, scope: Scope) -> str:
    """Return an expression for the text of what a variable holds, None where it holds nothing."""
    if term in scope.bound:
        found = code(scope.bound[term], scope)
        unsure = found.kind in ("truth", "rough")
        return UNKNOWN.text if unsure else found.text if found.kind == "text" else f"shown({found.text})"
    name_of, sort = variable(term), scope.known.get(term)
    if sort == "optional":
        return f"(text({name_of}) if {name_of} is not None else None)"
    return "None" if sort is None else f"shown({name_of})" if sort == "number" else f"text({name_of})"


def code(expression: Any, scope: Scope) -> Code:
    """Return an expression as Python."""
    if isinstance(expression, Variable):
        return _variable(expression, scope)
    if isinstance(expression, URIRef):
        return Code(f"value({expression.n3()!r})", "value")
    if isinstance(expression, RdfLiteral):
        return _constant(expression)
    writer = _WRITERS.get(getattr(expression, "name", ""))
    return writer(expression, scope) if writer else UNKNOWN


def _variable(expression: Variable, scope: Scope) -> Code:
    term = name(expression)
    if term in scope.bound:
        return code(scope.bound[term], scope)
    sort = scope.known.get(term)
    if sort is None:
        return UNKNOWN
    return Code(variable(term), "number") if sort == "number" else Code(f"value({variable(term)})", "value")


def _constant(literal: RdfLiteral) -> Code:
    if literal.datatype in (XSD.integer, XSD.decimal):
        return Code(str(literal) if literal.isdigit() else f"number({literal.n3()!r})", "number")
    if literal.datatype is None and literal.language is None:
        return Code(repr(str(literal)), "text")
    written = f'"{literal}"^^<{literal.datatype}>'
    return Code(f"value({written!r})", "value") if literal.datatype == XSD.date else UNKNOWN


def _truth(expression: Any, scope: Scope) -> str:
    found = code(expression, scope)
    return found.text if found.kind == "truth" else UNKNOWN.text


def _string(expression: Any, scope: Scope) -> str:
    term = _term(expression, scope)
    if term is not None and isinstance(expression, Variable):
        return f"plain({term})"
    found = code(expression, scope)
    if found.kind == "value":
        return f"string({found.text})"
    return found.text if found.kind == "text" else UNKNOWN.text


def _number(expression: Any, scope: Scope) -> Code:
    term = _term(expression, scope)
    if term is not None and isinstance(expression, Variable):
        return Code(f"number({term})", "number")
    found = code(expression, scope)
    if found.kind == "value":
        return Code(f"amount({found.text})", "number")
    return found if found.kind in ("number", *_ROUGH) else Code(UNKNOWN.text, "number")


def _and(expression: Any, scope: Scope) -> Code:
    return Code(
        f"({' and '.join(_truth(one, scope) for one in (expression.expr, *expression.other))})", "truth"
    )


def _or(expression: Any, scope: Scope) -> Code:
    return Code(
        f"({' or '.join(_truth(one, scope) for one in (expression.expr, *expression.other))})", "truth"
    )


def _not(expression: Any, scope: Scope) -> Code:
    return Code(f"(not {_truth(expression.expr, scope)})", "truth")


def _exists(expression: Any, scope: Scope) -> Code:
    found = scope.exists(expression.graph, scope)
    return Code(f"(not {found})" if expression.name == NOT_EXISTS else found, "truth")


def _bound(expression: Any, scope: Scope) -> Code:
    term = name(expression.arg)
    sort = scope.known.get(term)
    if sort is None or term in scope.bound:
        return Code(UNKNOWN.text, "truth")
    return Code(f"({variable(term)} is not None)", "truth")


def _relation(expression: Any, scope: Scope) -> Code:
    operator = {"=": "=="}.get(expression.op, expression.op)
    if operator in ("IN", "NOT IN"):
        found = _member(expression.expr, expression.other, scope)
        return Code(found if operator == "IN" else f"(not {found})", "truth")
    if operator in ("==", "!=") and any(_is_node(one, scope) for one in (expression.expr, expression.other)):
        terms = [_term(one, scope) for one in (expression.expr, expression.other)]
        if None not in terms:
            return Code(f"({terms[0]} {operator} {terms[1]})", "truth")
    one, other = code(expression.expr, scope), code(expression.other, scope)
    if "truth" in (one.kind, other.kind):
        return Code(UNKNOWN.text, "truth")
    if {one.kind, other.kind} & {"number", *_ROUGH}:
        one, other = _number(expression.expr, scope), _number(expression.other, scope)
        if {one.kind, other.kind} & set(_ROUGH):
            exact = "" if "rough" in (one.kind, other.kind) else ", exact=True"
            return Code(f"(difference({one.text}, {other.text}{exact}) {operator} 0)", "truth")
    elif operator in ("==", "!=") and not one.kind == other.kind == "text":
        return Code(f"({'' if operator == '==' else 'not '}same({one.text}, {other.text}))", "truth")
    return Code(f"({one.text} {operator} {other.text})", "truth")


def _is_node(expression: Any, scope: Scope) -> bool:
    """Tell whether an expression is certainly no literal: such are the same if they are written so."""
    if isinstance(expression, URIRef):
        return True
    return isinstance(expression, Variable) and scope.known.get(name(expression)) == "node"


def _term(expression: Any, scope: Scope) -> str | None:
    """Return an expression that is a term, None if it may be anything else."""
    if isinstance(expression, URIRef):
        return repr(expression.n3())
    term = name(expression) if isinstance(expression, Variable) else ""
    return variable(term) if term not in scope.bound and scope.known.get(term) in ("node", "term") else None


def _member(one: Any, members: list[Any], scope: Scope) -> str:
    term = _term(one, scope)
    if term is not None and all(isinstance(member, URIRef) for member in members):
        return f"({term} in {{{', '.join(repr(member.n3()) for member in members)}}})"
    if all(code(member, scope).kind == "text" for member in members):
        return f"({_string(one, scope)} in {{{', '.join(code(member, scope).text for member in members)}}})"
    found = code(one, scope)
    if found.kind not in ("value", "text", "number"):
        return UNKNOWN.text
    return f"({' or '.join(f'same({found.text}, {code(member, scope).text})' for member in members)})"


def _reckoned(expression: Any, scope: Scope) -> Code:
    found, constant = _number(expression.expr, scope), isinstance(expression.expr, RdfLiteral)
    for operator, other in zip(expression.op, expression.other, strict=True):
        more = _number(other, scope)
        long = operator == "*" and not (
            constant or isinstance(other, RdfLiteral)
        )  # more digits than are kept
        constant = False
        rough = long or not {found.kind, more.kind}.isdisjoint(_ROUGH)
        written = "quotient({0}, {1})" if operator == "/" else f"({{0}} {operator} {{1}})"
        kind: Kind = "rough" if rough else "quotient" if operator == "/" else "number"
        found = Code(written.format(found.text, more.text), kind)
    return found


def _of_number(template: str, part: str) -> Callable[[Any, Scope], Code]:
    """Return a writer of functions that keep as many digits as they get."""

    def writer(expression: Any, scope: Scope) -> Code:
        found = _number(expression[part], scope)
        return Code(template.format(found.text), found.kind)

    return writer


def _to_whole(function: str) -> Callable[[Any, Scope], Code]:
    """Return a writer of functions that make whole numbers of others."""

    def writer(expression: Any, scope: Scope) -> Code:
        found = _number(expression.arg, scope)
        if found.kind in _ROUGH:
            exact = ", exact=True" if found.kind == "quotient" else ""
            return Code(f"{function}_of_rough({found.text}{exact})", "number")
        return Code(f"{function}({found.text})", "number")

    return writer


def _str(expression: Any, scope: Scope) -> Code:
    inner = expression.arg
    term = _term(inner, scope)
    if term is not None and _is_node(inner, scope) and isinstance(inner, Variable):
        return Code(f'({term}[1:-1] if {term}[0] == "<" else unknown())', "text")
    if term is not None:
        return Code(f"text({term})", "text")
    found = code(inner, scope)
    if found.kind in ("text", "number"):
        return Code(f"digits({found.text})", "text") if found.kind == "number" else found
    sort = scope.known.get(name(inner)) if isinstance(inner, Variable) else None
    return (
        Code(f"text({variable(name(inner))})", "text") if sort == "optional" else Code(UNKNOWN.text, "text")
    )


def _on_texts(template: str, kind: Kind, *parts: str) -> Callable[[Any, Scope], Code]:
    """Return a writer of functions of strings."""

    def writer(expression: Any, scope: Scope) -> Code:
        return Code(template.format(*(_string(expression[part], scope) for part in parts)), kind)

    return writer


def _concat(expression: Any, scope: Scope) -> Code:
    return Code(f"({' + '.join(_string(one, scope) for one in expression.arg)})", "text")


def _substr(expression: Any, scope: Scope) -> Code:
    parts = [_string(expression.arg, scope), number(expression.start, scope)]
    if "length" in expression:
        parts.append(number(expression.length, scope))
    return Code(f"piece({', '.join(parts)})", "text")


def _regular(expression: Any, scope: Scope) -> tuple[str, str] | None:
    """Return a regular expression, and the text it is for; None if it may mean something else in a store."""
    pattern = expression.pattern
    simple = isinstance(pattern, RdfLiteral) and _SIMPLE.fullmatch(pattern)
    subject = expression.text if expression.name == "Builtin_REGEX" else expression.arg
    if "flags" in expression or not simple:
        return None
    term = _term(subject, scope)
    return repr(str(pattern)), f"wording({term})" if term is not None else _string(subject, scope)


def _regex(expression: Any, scope: Scope) -> Code:
    found = _regular(expression, scope)
    return Code(f"found_in({found[1]}, {found[0]})" if found else UNKNOWN.text, "truth")


def _replace(expression: Any, scope: Scope) -> Code:
    found, by = _regular(expression, scope), str(expression.replacement)
    if found is None or not re.fullmatch(r"\$[1-9]", by):
        return Code(UNKNOWN.text, "text")
    return Code(f"substituted({found[1]}, {found[0]}, {by.replace('$', chr(92))!r})", "text")


def _if(expression: Any, scope: Scope) -> Code:
    then, otherwise = code(expression.arg2, scope), code(expression.arg3, scope)
    kinds = {then.kind, otherwise.kind}
    if len(kinds) > 1 and not kinds <= set(_NUMBERS):
        return UNKNOWN
    kind = next(kind for kind in ("rough", "quotient", "number", then.kind) if kind in kinds)
    return Code(f"({then.text} if {_truth(expression.arg1, scope)} else {otherwise.text})", kind)


def _coalesce(expression: Any, scope: Scope) -> Code:
    """Write what stands for a variable that may be missing."""
    first, *others = expression.arg
    if len(others) != 1 or not isinstance(first, Variable) or not isinstance(others[0], RdfLiteral):
        return UNKNOWN
    found, instead = code(first, scope), code(others[0], scope)
    if scope.known.get(name(first)) != "optional" or name(first) in scope.bound:
        return found
    return Code(f"({found.text} if {variable(name(first))} is not None else {instead.text})", "value")


def _as_date(expression: Any, scope: Scope) -> Code:
    return (
        Code(f"day({_string(expression.arg1, scope)})", "value") if expression.arg2 == XSD.date else UNKNOWN
    )


_WRITERS: Mapping[str, Callable[[Any, Scope], Code]] = {
    "ConditionalAndExpression": _and,
    "ConditionalOrExpression": _or,
    "UnaryNot": _not,
    EXISTS: _exists,
    NOT_EXISTS: _exists,
    "Builtin_BOUND": _bound,
    "RelationalExpression": _relation,
    "AdditiveExpression": _reckoned,
    "MultiplicativeExpression": _reckoned,
    "UnaryMinus": _of_number("(-{0})", "expr"),
    "Builtin_ABS": _of_number("abs({0})", "arg"),
    "Builtin_FLOOR": _to_whole("floor"),
    "Builtin_CEIL": _to_whole("ceil"),
    "Builtin_ROUND": _to_whole("rounded"),
    "Builtin_STR": _str,
    "Builtin_STRLEN": _on_texts("len({0})", "number", "arg"),
    "Builtin_CONTAINS": _on_texts("({1} in {0})", "truth", "arg1", "arg2"),
    "Builtin_STRSTARTS": _on_texts("{0}.startswith({1})", "truth", "arg1", "arg2"),
    "Builtin_STRENDS": _on_texts("{0}.endswith({1})", "truth", "arg1", "arg2"),
    "Builtin_STRBEFORE": _on_texts("before({0}, {1})", "text", "arg1", "arg2"),
    "Builtin_STRAFTER": _on_texts("after({0}, {1})", "text", "arg1", "arg2"),
    "Builtin_CONCAT": _concat,
    "Builtin_SUBSTR": _substr,
    "Builtin_REGEX": _regex,
    "Builtin_REPLACE": _replace,
    "Builtin_IF": _if,
    "Builtin_COALESCE": _coalesce,
    "Builtin_STRDT": _as_date,
}
