# People: whose account it is, who waits for a decision, who comes and goes.

help-requests = /requests – who waits for your decision

## Requests

requests-none = No requests wait for your decision.
requests-open = { $count ->
    [one] { $count } request waits for a decision.
   *[other] { $count } requests wait for a decision.
}
requests-gone = This request is no longer current. What waits for a decision: /requests.
requests-decided = The request was decided on { $date } at { $time }: { $state ->
    [granted] confirmed
   *[declined] declined
}.
requests-snack-decided = Already decided
requests-own = A request about you is decided by another administrator. If there is none, ask whoever keeps the bot's server to run dezhurny admin-code.

## The role of somebody who linked an account

role-card = { $who }, { $role }, connected on { $date } at { $time }. Is it really { $gender ->
    [female] her
    [male] him
   *[other] this person
}? Until confirmed they cannot invite anybody. Ask in person or by a telephone number that you know.
button-role-yes = Confirm
button-role-no = { $gender ->
    [female] It is not her
    [male] It is not him
   *[other] It is somebody else
}
role-snack-confirmed = Confirmed
role-snack-declined = The account is disconnected
role-confirmed = Your role is confirmed. What you can do: /help.
role-declined = The platform administrator did not confirm that this account is yours. Please see them in person and take a new code.
role-unlinked = { $who }: the account is disconnected, the code is void. Hand over a new code in person.

people-waits = The platform administrator has not confirmed yet that this account is yours ({ $cited }). I have told them. As soon as it is confirmed, I will write here.
people-waits-plain = The platform administrator has not confirmed yet that this account is yours. I have told them. As soon as it is confirmed, I will write here.

## A lost phone

relink-card = { $who }, { $role }, connected one more account on { $date } at { $time }. If the phone was lost or changed, disconnect the old one. If { $gender ->
    [female] she
    [male] he
   *[other] this person
} does not know about it, disconnect the new one.
button-relink-old = Disconnect the old one
button-relink-both = Keep both
button-relink-new = Disconnect the new one
relink-snack-out = Disconnected
relink-snack-both = Both accounts stay
relink-out = This account is no longer connected to the school. If this is a mistake, please turn to the class teacher or the platform administrator.

## Personal codes

code-server = The only platform administrator connects a new phone only by a code that the bot's server prints. Ask whoever keeps it to run dezhurny admin-code.
codes-alarm = Wrong personal codes typed within the last hour: { $count }. Somebody seems to be guessing. Codes are not accepted for now; they will be again by themselves, not before { $time } on { $date }. Those the school knows already notice nothing.

## /movement

help-movement = /movement transfer s01 5А 5Б order 17 of 02.10.2026 – transfer, leave, enrol, substitute
button-movement-do = Carry out
button-movement-quiet = Without a message
button-movement-cancel = Cancel
button-movement-who = { $who } ({ $id })
movement-done = Done.
movement-cancelled = Very well, nothing changes.
movement-waits = Accepted. It begins on { $date }.
button-movement-keep = Keep it
button-movement-drop = Take it back
movement-dropped = The movement is taken back, nothing will change.
movement-passed = Asked for by: { $role }. { $preview }
movement-passed-on = Passed on to whoever decides about movement. The answer will come here.
movement-granted = The movement you asked for is carried out.
movement-declined = The movement you asked for is not carried out. Please turn to the platform administrator.
movement-impossible = A movement that was to begin today was not carried out. { $why }
purge-told = The data of those who left were deleted on { $date }, people: { $count }. Number of the act of destruction: { $act }.

## /find: somebody of the list, and what is settled about them

help-find = /find Сидорова – role, class, whether connected
find-form = Write a surname (a name may follow) or a number of the list.
find-nobody = Nobody found.
find-several = Several were found, { $count }:
    { $lines }
find-one = – { $name }, { $role }{ $classes ->
    [0] { "" }
   *[other] { " " }{ $classes }
}: /find { $id }
find-card = { $lines }
find-name = { $name } ({ $id }), { $role }
find-classes = Classes: { $classes }
find-subject = Subject: { $subject }
find-children = Children: { $children }
find-linked = Connected to the bot: { $count ->
    [0] no
    [one] yes
   *[other] yes, accounts: { $count }
}
find-unconfirmed = The role is not confirmed: /requests
find-left = No longer takes part ({ $act }), the data will be deleted by { $date }
find-other-way = Another way of contact: { $how }
find-excluded = Excluded by the administration from { $count ->
    [one] { $count } chat
   *[other] { $count } chats
}; the administrator of the platform may bring them back by adding them to the chat
find-additional = Additional administrator { $until ->
    [none] without an end
   *[other] up to and including { $until }
}
find-substitutes = Stands in for the class teacher of { $class } from { $since }{ $until ->
    [none] { "" }
   *[other] { " " }to { $until }
} ({ $act })
find-committee = Parents' committee: { $classes }
find-delegate = Entrusted with the child until { $until } ({ $by })
find-restricted = Restricted by a court since { $since } ({ $act }). Only the administrator sees this line.
button-settle-other-way = Another way of contact
button-settle-same-way = By chats again
button-settle-committee = Into the parents' committee
button-settle-no-committee = Out of the committee
button-settle-delegate = Entrusted with the child
button-settle-no-delegate = No longer entrusted
button-settle-restrict = Restricted by a court
button-settle-unrestrict = Lift the restriction
button-settle-lost = Disconnect the accounts
settle-form-other-way = Write how the family is informed, for example: paper diary.
settle-form-delegate = Write until when (a year at most) and on what ground, for example: until 31.12.2026, application of 01.09.2026.
settle-form-restrict = Name the decision, its number and date, for example: decision 2-145 of 01.09.2026.
settle-done = Noted.
settle-lost = The accounts are disconnected. A new personal code is given by the class teacher or the platform administrator.

## /appoint

help-appoint = /appoint additional administrator u01 until 31.12.2026 – where the regulation provides for it
appoint-form = Write whom and until when.
appoint-which = There are several. Write the number of the list, for example: appoint additional administrator u01.
appoint-whom = An additional administrator is appointed from the teaching staff who have joined ({ $cited }).
appoint-whom-plain = An additional administrator is appointed from the teaching staff who have joined.
appoint-date = That day is over. Write another one or none.
appoint-ask = Appoint as additional administrator: { $who }{ $until ->
    [none] , without an end?
   *[other] , up to and including { $until }?
}
button-appoint-do = Appoint
button-appoint-pass = Pass on
appoint-done = Additional administrator appointed: { $who }.
appoint-told = You were appointed additional administrator of the platform. What you can do: /help.
appoint-passed = The platform administrator asks for a decision: whether the school needs an additional administrator. The regulation does not settle it; a decision takes an order.
appoint-passed-on = Passed on to the school's administration.
appoint-nobody = Nobody of the school's administration is connected yet. Please turn to them in person.
button-settle-no-additional = No longer an administrator

## /me

me-unconfirmed = Your role is not confirmed by the platform administrator yet, so you cannot invite anybody for now.
me-accounts = Accounts connected: { $count }. If one of them is not yours, please tell the platform administrator at once.
