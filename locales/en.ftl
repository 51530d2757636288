## Words used by other texts

clause-ref = clause { $clause } of the { $document ->
    [chat-rules] chat rules
   *[regulation] regulation
}
chat-name = { $kind ->
    [leadership] Head and deputies
    [staff] Staff room
    [management_other] { $purpose }
    [class_students] { $class } – pupils
    [class_parents] { $class } – parents
    [class_teachers] { $class } – teachers
    [subject] { $class } – { $subject }
    [channel_school] School channel
    [channel_employees] Staff channel
   *[edu_other] { $purpose }
}
role = { $role ->
    [director] head of school
    [deputy] deputy head
    [administrator] platform administrator
    [class-teacher] class teacher
    [teacher] teacher
    [psychologist] psychologist
    [parent] parent (legal guardian)
   *[student] pupil
}
usage = { $defect }
    How to write it: { $help }

## Help: one line a command

help-help = /help – what you may do here
help-code = /code XXXX-XXXX – introduce yourself by your personal code (in a dialog with me only)
help-me = /me – your role, classes and chats
help-clause = /clause 4.2 – a clause of the regulation
help-chat = /chat parents 5А – register the chat this is written in; also: students 5А, teachers 5А, subject 5А informatics, staff, leadership, channel school, channel staff, other and a purpose; «off: reason» – take the chat off the list (the administrator)
help-observe = /observe on or off – only watch this chat, or keep order in it
help-linked = This is what you may do:
    { $lines }
help-unlinked = Good day! I am the school's assistant. To let me know you, write here the personal code the school gave you.
    This works without a code too:
    { $lines }
group-help = Write to me in a dialog, and I will tell what I can do.

## In a dialog

dialog-hint-linked = Good day! I am the school's assistant and understand short commands. What you may do: /help. A question for a person is best put to the class teacher.
dialog-hint-unlinked = Good day! I am the school's assistant. To let me know you, write here the personal code the school gave you, for example: /code XXXX-XXXX. If you have none, please ask the class teacher.
unknown-command = I do not know this command. What you may do: /help.
misspelt-command = I do not know this command. Did you mean { $meant }? What you may do: /help.
only-chat = The command { $command } is written in the chat it is about.
group-only-dialog = The command { $command } is for a dialog with me.
added-to-chat = Good day! I was added to a chat. To let me begin, write in that chat what it is, for example: /chat parents 5А. I leave a chat that is not registered alone.
button-stale = This button no longer works
button-answered = You have answered already
button-not-yours = This button is not for you
button-done = Done
late = The command { $command } reached me late, so I did not carry it out. If you still need it, please write it again.

## What may not be

refuse-unlinked = This is open to the school's staff, pupils and their parents ({ $cited }). Please introduce yourself first: write to me in a dialog /code and the code the school gave you.
refuse-unregulated = The regulation does not settle this, so I cannot do it. Please ask the school's administration.
refuse-read-own-record = This is open to the school's staff, pupils and their parents ({ $cited }). Please ask the class teacher.
refuse-register-chat = The school's chats are made by its teachers and the platform administrator ({ $cited }). If a chat is needed, please ask the class teacher.
refuse-chat-kind = Registering a chat of this kind is not foreseen for your role ({ $cited }). { $kind ->
    [class_students] A chat of a class's pupils is registered by the class teacher or the platform administrator.
    [class_parents] A chat of a class's parents is registered by the class teacher or the platform administrator.
    [class_teachers] A chat of a class's teachers is registered by the class teacher or the platform administrator.
    [subject] A subject's chat is registered by the teacher of the subject or the platform administrator.
    [edu_other] Such a chat is registered by a teacher or the platform administrator.
    [channel_school] The school channel is registered by the platform administrator.
    [channel_employees] The staff channel is registered by the platform administrator.
   *[staff] Such a chat is registered by the school's administration or the platform administrator.
}
refuse-chat-class = You may register chats of your own class ({ $own }; { $cited }). For { $class } please ask its class teacher or the platform administrator.
refuse-chat-subject = A chat on “{ $subject }” is registered by the teacher of the subject or the platform administrator ({ $cited }).
refuse-chat-taken = This chat is already registered as “{ chat-name }”. Whoever answers for such a chat, or the platform administrator, may change that.
group-refused = I cannot do that here. I will tell you why in a dialog: /help.

## /code

code-form = A code has eight characters. Write it like this: /code XXXX-XXXX.
code-wrong = This code did not fit. Please check every character, or ask the class teacher or the platform administrator for a new one.
code-wrong-linked = I know you already: { $role }. This code did not fit: perhaps it has been used. What you can do: /help.
code-pause = There were too many wrong tries; codes are not taken for a while. Try again in an hour, or ask the platform administrator.
code-linked = Good day, { $name }! Now I know you: { $role }. What you may do: /help.
code-linked-elsewhere = One more account was linked by your personal code. If it was not you, please tell the platform administrator at once.
code-shown = A code shown in a group no longer works: others may have seen it. Ask the class teacher or the platform administrator for a new one and write it to me here.
code-in-dialog = A personal code is written only here, in a dialog with me: /code XXXX-XXXX.
group-code = Personal codes are written to me in a dialog only. A code shown here does not work.

## /me

me = { $name }, { $role }.
    Classes: { $classes }.
    Chats:
    { $chats }
me-no-classes = none
me-no-chats = – none yet
me-chat = – { chat-name }

## /clause

clause = Clause { $id } of the regulation (edition of { $date }):
    { $words }
clause-form = The number of a clause is numbers with dots between them.
clause-unknown = There is no clause { $id } in the regulation in force.
group-clause = Clause { $id } of the regulation: { $words }

## /chat

chat-form-kind = I did not understand which chat this is.
chat-form-class = The class is missing, for example 5А.
chat-form-subject = The subject is missing.
chat-form-purpose = The purpose is missing: up to 60 letters and digits, no links or signs.
chat-form-basis = The ground is an order with its number and date, for example: basis: приказ 80 от 01.09.2026.
group-chat-registered-act = The chat is registered: “{ chat-name }”. I keep order here. Questions: /help.
group-chat-registered-observe = The chat is registered: “{ chat-name }”. For now I only watch and delete nothing. Questions: /help.
observe-form = Write “on” or “off”.
group-observe-observe = In the chat “{ chat-name }” I only watch and delete nothing. To begin keeping order: /observe off.
group-observe-act = In the chat “{ chat-name }” I keep order. To only watch: /observe on.
group-chat-same = The chat is already registered as “{ chat-name }”.
group-chat-is = This is the chat “{ chat-name }”.
group-chat-off = The chat «{ chat-name }» is off the list: I no longer keep order here. To register it again: /chat.
chat-off-told = The administrator has taken the chat «{ chat-name }» off the list: I no longer keep order there. The reason: { $reason }
chat-off-open = The chat «{ chat-name }» cannot be taken off the list yet: people wait for a decision. { $count ->
    [one] Case No. { $cases } is not finished.
   *[other] Cases No. { $cases } are not finished.
} See: /cases.
chat-off-not-yours = Only the administrator of the platform takes the chat «{ chat-name }» off the list: please tell why it is needed.
chat-off-form = To take a chat off the list, give a reason (up to { $most } characters), for example: /chat off: the class has left school
group-chat-none = This chat is not registered yet. For example: /chat parents 5А.
group-no-rights = I am no administrator of this chat yet, so I cannot keep order in it. Please open “Manage chat” → “Members”, find my community there, choose “Make administrator”, and then repeat the command /chat here.
group-chat-class-unknown = There is no class { $class } in the school's list.
group-chat-needs-basis = The chat “{ chat-name }” needs the school's recorded ground: pupils use their ordinary profile here, which has the platform's age condition. The platform administrator states it once for the school in such a chat: /chat students 5А, basis: приказ 80 от 01.09.2026.

## Self-check of VK

vk-check-token = VK: the community's access key
vk-check-token-mend = Open the community, Manage → Advanced → API usage, create an access key and put it into VK_TOKEN.
vk-check-permissions = VK: rights of the key
vk-check-permissions-mend = Create a new key and tick community management, community messages, photos and documents.
vk-check-longpoll = VK: Long Poll API is on
vk-check-longpoll-mend = Manage → Advanced → API usage → Long Poll API: choose Enabled.
vk-check-events = VK: event types
vk-check-events-mend = API usage → Long Poll API → Event types: tick incoming message, message edit, message event, message allow and message deny.
vk-check-version = VK: version of the events
vk-check-version-mend = API usage → Long Poll API: choose the newest API version.
vk-check-callback = VK: Callback API server
vk-check-callback-mend = API usage → Callback API: enter the bot's address with the path /vk/callback and the secret key, press Confirm.
vk-check-clock = VK: this computer's clock
vk-check-clock-mend = Turn on network time (NTP) on this computer: its clock differs from VK's.

## Self-check of the machine and of the chats: `dezhurny doctor`

doctor-mend = What to do: { $mend }
doctor-policy = Regulation
doctor-policy-edition = the edition of { $edition } is in force
doctor-policy-none = no edition is in force yet
doctor-policy-mend = mend the files in the folder POLICY_DIR; npx dezhurny regulation lint and the folder's name says what is wrong in them
doctor-mode = New chats
doctor-mode-observe = only observed at first (MODE=observe)
doctor-mode-act = kept in order at once (MODE=act)
doctor-time = Time
doctor-disk = Room on the disk
doctor-disk-free = { $percent } % free
doctor-disk-mend = free some room: without it the bot can store nothing
doctor-data = Data folder
doctor-data-mend = name a folder in DATA_DIR that the bot's user may write to, for example DATA_DIR=./data
doctor-key = Encryption key
doctor-key-given = set in ENCRYPTION_KEY
doctor-key-apart = kept apart from the data
doctor-key-beside = lies on the same disk as the data
doctor-key-beside-mend = keep a copy of keys/master.key of the data folder elsewhere: without it the data cannot be read
doctor-key-broken = the key file is damaged
doctor-key-wrong = the data were encrypted with another key
doctor-key-mend = put the kept copy of the key back into keys/master.key or ENCRYPTION_KEY
doctor-redis = Redis
doctor-redis-private = the bot's own, in the data folder
doctor-redis-given = at the address of REDIS_URL
doctor-redis-away = does not answer
doctor-redis-away-mend = start Redis, or mend REDIS_URL
doctor-redis-none = the program is not found
doctor-redis-none-mend = install it (Debian, Ubuntu: apt-get install redis-server), or set REDIS_URL
doctor-redis-unstartable = the bot's own server does not start
doctor-redis-unstartable-mend = read redis/redis.log in the data folder
doctor-redis-setting = Redis: { $setting }
doctor-redis-hidden = cannot be seen
doctor-redis-setting-mend = set { $setting } { $value } in the settings of Redis
doctor-token = VK: community token
doctor-token-none = VK_TOKEN is not set
doctor-token-none-mend = { vk-check-token-mend }
doctor-vk-away = VK does not answer
doctor-vk-away-mend = see whether this computer reaches the address of VK_API_URL
doctor-chat = Chat “{ $name }”
doctor-chat-nameless = without a name
doctor-chat-good = the bot is an administrator
doctor-chat-absent = the bot is not in the chat
doctor-chat-absent-mend = add the community to the chat and make it an administrator
doctor-chat-powerless = the bot is no administrator and cannot take messages away
doctor-chat-powerless-mend = in the chat open “Manage chat” → “Members” and make the community an administrator
doctor-chat-unregistered = the bot is an administrator, but the chat is not registered
doctor-chat-unregistered-mend = write in the chat what it is, for example: /chat parents 5А
doctor-chats-none = Chats
doctor-chats-none-detail = the bot has seen none yet
doctor-chats-none-mend = add the community to a chat, make it an administrator, and write there /chat parents 5А

## Moderation

reason-obscene = obscene language
notice-please-delete = Hello! Your message in the chat “{ chat-name }” contains { $reason } ({ $cited }). The messenger does not let me hide it. Please delete it yourself.
