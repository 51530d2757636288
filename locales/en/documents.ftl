## Cards of personal codes

document-card-title = Personal code for the school's chats
document-card-who = { $classes ->
    [none] { role }
   *[other] { role }, { $classes }
}
document-card-steps = Open your private messages with the school's assistant.
    Write to it: /code and the eight signs at the bottom.
    It will answer and call you by your name.
document-card-steps-link = Point your phone's camera at the picture and open the link.
    Send the school's assistant any word: it will know you.
    No luck? Write to it: /code and the signs below.
document-card-until = Works once, until { $until }. Do not show it to anybody.
document-card-name = Card { $number }
document-sheet-name = Cards to print

## Drafts: orders and the letter

document-blank = ____________________
document-date-blank = «____» ______________ 20___
document-cited-blank = clause ______ of the Regulation
document-draft = Draft
document-draft-name = { $kind ->
    [registration-letter] Application for registration (draft)
    [administrator-order] Order on the platform administrator (draft)
    [use-order] Order on the use of the platform (draft)
    [duties-order] Order on the distribution of duties (draft)
   *[chat-rules-order] Order on the chat rules (draft)
}
document-school = { $school }
document-order = ORDER
document-numbered = { document-date-blank }	No. ____________
document-outgoing = Outgoing No. ____________ of { document-date-blank }
document-signature = Director	_______________	{ $director }
document-acquainted = Acquainted with the order:
    _______________ / ______________________ / { document-date-blank }
    _______________ / ______________________ / { document-date-blank }
document-addressee = To the support service of the platform { $platform }
    { $support }
    from { $school }
    Address: ____________________
    Telephone: ____________________
    E-mail: ____________________
document-duty = – { $chat } – { $name };

document-registration-title = Application for registration of an educational organisation
document-registration-grounds = In accordance with { $cited } please register the educational organisation on the platform { $platform }: { $school }.
document-registration-points = Platform administrator: { $administrator }.
    Position: ____________________
    E-mail: ____________________
    Mobile number the administrator will sign in with: ____________________
    Enclosed: a copy of the order appointing the administrator, of { document-date-blank } No. ____________, 1 page.

document-administrator-title = On the appointment of the administrator of the platform { $platform }
document-administrator-grounds = To organise the work of the staff with pupils and their parents (legal representatives) and in accordance with { $cited } (approved by the order of { document-date-blank } No. ______) I ORDER:
document-administrator-points = To appoint as administrator of the platform { $platform } this member of staff: { $administrator }, position – { $blank }.
    The platform administrator shall:
    – send the application for registration with a copy of this order;
    – create the class “Staff room”, then the approved classes and the channels “All school” and “Staff”;
    – issue invitation links and annul those not used;
    – enter the movement of pupils and staff;
    – help participants and write to the platform's support service;
    – report the use of the platform to the administration of the school.
    In the absence of the platform administrator the duties are performed by { $blank }.
    I keep control of the execution of this order.

document-use-title = On the use of { $platform } and the study profile of VK Messenger
document-use-grounds = To organise the work of the participants of education and in accordance with { $cited } (approved by the order of { document-date-blank } No. ______) I ORDER:
document-use-points = To use { $platform } and the study profile of VK Messenger for the work of the staff with pupils and their parents (legal representatives) from { document-date-blank }
    To make responsible for organising the work the platform administrator: { $administrator }.
    Class teachers and subject teachers shall:
    – join the platform in the role “teacher” by the administrator's invitation link;
    – create the chats of their classes and subjects and invite participants by the school's list;
    – explain the order of work and the rules at parents' meetings and class hours;
    – keep order in the chats they are responsible for.
    Pupils and parents (legal representatives) take part of their own will. Those who do not use the platform are told in another way.
    I keep control of the execution of this order.

document-duties-title = On the distribution of duties in moving to the platform { $platform }
document-duties-grounds = To move the school's chats to the platform { $platform } and in accordance with { $cited } (approved by the order of { document-date-blank } No. ______) I ORDER:
document-duties-points = By { document-date-blank } to stop using the old chats in other messengers with pupils and their parents (legal representatives).
    To make responsible for moving the chats:
    { $responsible }
    Those responsible shall:
    – tell participants of the move and give them invitations to the new chats;
    – offer another way of contact to those who do not use the platform;
    – close the old chat and tell the platform administrator.
    The platform administrator ({ $administrator }) shall help them and keep a record of the chats moved.
    I keep control of the execution of this order.

document-chat-rules-title = On putting the chat rules into force
document-chat-rules-grounds = By the decision of the pedagogical council (protocol of { document-date-blank } No. ______), with regard to the opinion of the parents' council (protocol of { document-date-blank } No. ______) and of the pupils' council (protocol of { document-date-blank } No. ______) and in accordance with { $cited } (approved by the order of { document-date-blank } No. ______) I ORDER:
document-chat-rules-points = To approve the chat rules (enclosed, ______ pages) and to put them into force from { document-date-blank }
    The platform administrator ({ $administrator }) shall publish the rules in the channels and pin them in the school's chats.
    Class teachers shall acquaint pupils and their parents (legal representatives) with the rules and explain how to object before the rules are applied.
    I keep control of the execution of this order.

## `dezhurny roster codes`

code-linked-already = { $name } · { role } · { $class } · linked already, no code needed
code-other-way = { $name } · { role } · { $class } · another way of contact was chosen, no code needed
code-again-unknown = Not on the school's list: { $ids }.
code-address-away = The community's address could not be learnt
cards-no-folder = the folder cannot be made
cards-not-written = the cards could not be saved
cards-folder-full = the folder is not empty. Name a new or an empty one, so that old cards are not mixed with new ones
cards-none = No cards: none of the chosen needs a code.
cards-written = Cards saved: { $count }. To print: { $file }
cards-without-link = The community's address is unknown, so the cards have no picture for a camera. It can be given: --address https://vk.me/name
