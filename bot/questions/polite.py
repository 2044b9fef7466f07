"""Courtesy and haste around a question: taken off before it is read."""

from __future__ import annotations

import re

_VERBS = (
    "check|screen|look|show|list|compare|watch|explain|run|search|confirm|verify|tell|find|give|send|remind|add|help me"
)
_SOMEONE = r"(?:you|u|someone|somebody|anyone|anybody|one of you|the bot)"
_POLITE_START = re.compile(
    r"^(?:(?:hi|hello|hey|dear|ok|okay|so|well|um+|hmm+|please|pls|plz|kindly|(?:a )?quick (?:question|one|check)|"
    r"question|fyi|urgent|"
    r"good (?:morning|afternoon|evening)|thanks|sorry|actually|asap|здравствуйте|привет|добрый (?:день|вечер)|доброе "
    r"утро|коллеги|пожалуйста|подскажите|скажи(?:те)?)"
    r"(?: (?:there|bot|all|team|guys|folks|everyone|colleagues|sanctions bot|пожалуйста|коллеги|всем))?"
    r"(?:[\s,:!.;]|-(?=\s))+|@[\w-]+[\s,:]+|/sanctions\s+"
    rf"|(?:can|could|would|will) {_SOMEONE}(?: (?:guys|all))?(?: (?:please|pls|kindly))+ (?=\w)"
    rf"|(?:can|could|would|will) {_SOMEONE}(?: (?:guys|all))? (?=(?:{_VERBS})\b)"
    r"|(?:i|we)(?:'d like| want| need| would like) to (?=(?:check|screen|look|watch|compare|search)\b)"
    r"|(?:(?:i|we) )?(?:need|want|require|requesting) (?=(?:an? )?(?:quick |full )?(?:sanctions?|name|kyc)? ?"
    r"(?:check|screening|search)\b)"
    r"|(?:also|then|now) (?=(?:check|screen|look|watch)\b)"
    r"|(?:do (?:you|we) know|any idea|(?:can|could) you tell me|tell me|remind me|i(?:'d| would) like to know|"
    r"i need to know|i want to know|wondering|just wondering),? (?=(?:what|who|when|why|which|how)\b))+",
    re.IGNORECASE,
)
_POLITE_END = re.compile(
    r"(?:^|[\s,]+)(?:(?:please|pls|plz|thanks|thank you|thx|tks|cheers|tia|asap|urgent(?:ly)?|right now|at the "
    r"moment|currently|"
    r"y/n|yes or no|yes/no|or not|or no|right|bot|guys|folks|пожалуйста|спасибо)[\s?!.,]*)+$",
    re.IGNORECASE,
)


def without_courtesy(text: str) -> str:
    """`text` without greetings and pleas at its ends; as it is where nothing else would be left."""
    shorter = _POLITE_END.sub("", _POLITE_START.sub("", text)).strip()
    return shorter if re.search(r"\w", shorter) else text
