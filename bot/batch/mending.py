"""What mends a table of which it is not sure where the names are, in words of spreadsheets: in Slack nobody has the
options of a command to give."""

from __future__ import annotations

NAME_IT = (
    "Send it again with “Name” above the one column that is to be screened, and without others of names; on the "
    "command line --name-column says which."
)
HEAD_IT = (
    "Send it again with a head in the first row, “Name” above the names; on the command line say --head or --no-head, "
    "and with --name-column which column holds the names."
)
