## Roster check

roster-error-header = the column “{ $column }” is missing
roster-error-broken = the line could not be read: check quotation marks and separators
roster-error-id = no proper id: up to 32 letters, digits, “_”, “.” and “-”
roster-error-twice = the id { $id } stands in line { $first } already
roster-error-role = the role is not known
roster-error-name = surname or name is missing or holds signs it may not
roster-error-no-class = the class is missing
roster-error-class = there is no class “{ $class }”
roster-error-no-children = the children are missing
roster-error-child = the child { $child } is not found
roster-error-cell = the column “{ $column }” holds signs it may not, or is too long
roster-error-phone = the column “{ $column }” seems to hold a phone number, which is not to be kept
roster-error-student-children = a student has children
roster-error-last-administrator = this is the only platform administrator, appoint another one first
roster-summary = The list: staff { $staff }, students { $students }, parents { $parents }, classes { $classes }.
roster-dropped = Columns not read: { $columns }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}; the bot does not need them.
roster-errors = Errors ({ $count }): { $told }.
roster-error-line = line { $line } – { $defect }
roster-errors-next = { $first }; { $next }
roster-errors-left = and { $count } more
roster-ask = Load { $count } { $count ->
    [one] line
   *[other] lines
} without errors?
roster-how-to-load = To load them, repeat the command with --yes.
roster-loaded = Loaded { $count }.
roster-unchanged = Nothing has changed.
roster-nothing = Not one line of the list is without errors: there is nothing to load.
roster-administrator = The provisional administrator is now recorded as { $name } ({ $id }).
roster-spreadsheet = This is an Excel file. Only CSV lists are read so far: open it and choose “File” → “Save as” → “CSV”.
roster-unnamed = Columns without a heading ({ $count }) are not read either.
roster-compared = Compared with what was loaded: new { $fresh }, changed { $changed }.
roster-changed = Records that change: { $count } ({ $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}).
roster-missing = Not in this list: { $count } ({ $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}). Their records stay; if somebody has left, use the command /movement.
roster-gone = Left by an order, but still in the list: { $count } ({ $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}). They are not loaded; the command /movement brings them back.
roster-then = { $first } { $next }
roster-comma = { $first }, { $next }
roster-too-large = The file is larger than 10 MB. Please leave only the list of people in it.
roster-too-long = The file has more than 100,000 lines. Please leave only the list of people in it.
roster-no-list = This is no table. Send the list as a CSV or an Excel (XLSX) file.
roster-code = { $code } · { $name } · { role } · { $class } · until { $until }
