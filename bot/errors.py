"""The errors of the house. Each one carries the sentence that a person will read."""


class BotError(Exception):
    """Something went wrong that a person can be told in one sentence: `str(error)` is that sentence."""


class BadInput(BotError):
    """What was given (a file, a question, a setting, an argument) cannot be used. Nothing was changed."""


class Overtaken(BadInput):
    """What was asked for was right when it was offered; meanwhile something newer took its place."""


class RefusedEdition(BadInput):
    """A published file is not a whole list (empty, cut, HTML, ill-formed, orphans). The last good edition stays."""


class MissingSetting(BotError):
    """A setting that this command needs is absent; the sentence names its variable."""


class Unreachable(BotError):
    """A publisher, Slack or a database could not be reached. Trying again may help."""


class NotAllowed(BotError):
    """Somebody asked for what they may not do."""
