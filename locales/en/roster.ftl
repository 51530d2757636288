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
roster-book-old = This is a file of an old Excel (XLS), or one with a password. Save it without a password as XLSX or CSV and send it again.
roster-book-locked = The file has a password. Save it without one and send it again.
roster-book-macros = The file holds macros; such files are not taken. Save the list as XLSX or CSV.
roster-book-links = The file is linked to other files or databases; such files are not taken. Copy the list to an empty sheet, values only, and save a new file.
roster-book-formula = The file holds formulas (cell { $cell }); such files are not taken. Copy the list to an empty sheet, values only, and save a new file.
roster-book-large = The file's content is too large. Copy only the list of people to an empty sheet and save a new file.
roster-book-damaged = The file is damaged and could not be read. Open it, save it again as XLSX or CSV and send it again.
roster-sheet = Roster
roster-exported = Written { $count } { $count ->
    [one] line
   *[other] lines
}. The file holds personal data: keep it as the law asks, and delete it once it is not needed.
roster-file-there = there is such a file already, it was left alone. Give another name.
roster-then = { $first } { $next }
roster-comma = { $first }, { $next }
roster-too-large = The file is larger than 10 MB. Please leave only the list of people in it.
roster-too-long = The file has more than 100,000 lines. Please leave only the list of people in it.
roster-no-list = This is not a table. Send the list as a CSV or an Excel (XLSX) file.
roster-code = { $code } · { $name } · { role } · { $class } · until { $until }

## /movement

movement-form = Write who, where to and by which order. For example:
    transfer s01 5А 5Б order 03-05-17 of 02.10.2026
    leave s03 order 03-05-18 of 05.10.2026
    enrol s07 Орлова Ника 5Б order 03-05-19 of 05.10.2026
    dismiss u01 order 01-10-40 of 05.10.2026
    substitute k01 u01 from 12.10.2026 until 23.10.2026 order 01-10-41 of 05.10.2026
    substitute 5А u01 from 12.10.2026 order 01-10-42 of 05.10.2026
movement-order = Give the number and the date of the order ({ $cited }).
movement-order-plain = Give the number and the date of the order.
movement-date = Please check the dates: day, month and year, for example 12.10.2026; the last day is not before the first.
movement-nobody = “{ $name }” is not in the school's list. Write surname and name, or the id of the list.
movement-which = Whom do you mean: { $names }{ $more ->
    [0] ?
   *[other] { " " }and { $more } more? Write surname and name, or the id of the list.
}
movement-which-class = Name the class, for example: substitute 5А u01 from 12.10.2026 order 01-10-42 of 05.10.2026.
movement-class-unknown = There is no class { $class } in the school's list.
movement-class-same = { $name }: in class { $class } already.
movement-class-other = { $name }: the school's list says class { $own }, not { $class }. Please check the order and the list.
movement-left = { $name }: has left already. To bring back: enrol.
movement-known = { $name }: in the school's list already.
movement-pupils-only = { $name } is no pupil. Pupils are transferred and leave; staff are dismissed, substituted, replaced.
movement-staff-only = { $name } is not of the staff. Staff are dismissed; pupils leave.
movement-last-administrator = { $name } is the only platform administrator. Appoint another one first.
movement-no-stand-in = Another member of staff may stand in for a class teacher.
movement-no-leader = { $name } does not lead class { $class }.
movement-done-before = Done already, { $at }.
movement-chat = { $kind ->
    [subject] “{ $subject } { $class }”
   *[other] “{ chat-name }”
}
movement-of = { $who }: { $moves }.
movement-of-parent = Parent { $who }: { $moves }.
movement-leaves = leaves { $chats }
movement-invites = invites: { $chats }
movement-stays = stays in { $chats } (there: { $count ->
    [one] one child
   *[other] { $count } children
}, { $names })
movement-invited = gets { $count ->
    [one] an invite
   *[other] invites
} to { $chats }
movement-and = { $first } and { $next }
movement-no-chats = no chat changes
movement-no-children = no other child in the school
movement-purged = the bot's data are deleted by { $until }
movement-leaderless = Class { $class } is left without a class teacher: appoint a substitute or a successor.
movement-begins = It takes effect on { $date }.
movement-notice-moved = Moved to { $class }: { $count }.
movement-notice-left = Left: { $count }.
movement-notice-came = Came: { $count }.
movement-notice-leads = You stand as the class teacher of { $class }. Your rights in the chats of the class are in force.
movement-notice-relieved = The class { $class } was handed over. Thank you for leading it.
movement-farewell = You no longer take part in the chats. The bot's data are deleted by { $until }. For a copy: /my_data.
