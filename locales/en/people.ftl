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

codes-alarm = Wrong personal codes typed within the last hour: { $count }. Somebody seems to be guessing. Codes are not accepted for now; they will be again by themselves, not before { $time } on { $date }. Those the school knows already notice nothing.
