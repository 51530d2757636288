# Questions to a person of the school.

help-request = /обращение Можно ли прийти в среду? – спросить классного руководителя или администрацию; ответ придёт сюда
enquiry-what = Напишите вопрос: передам { $who }.
enquiry-preview = Передать { $who }?

    { $words }
enquiry-long = Вопрос длиннее, чем помещается в одно сообщение. Пожалуйста, сократите его.
enquiry-nobody = Передать вопрос сейчас некому. Пожалуйста, позвоните в школу.
enquiry-unreached = Этот человек сейчас не подключён к боту. Пожалуйста, свяжитесь с ним другим способом.
enquiry-sent = Обращение № { $number } { $when ->
    [morning] передам утром, когда закончатся тихие часы.
   *[now] передано. Ответ придёт сюда.
}
enquiry-card = Обращение № { $number }. { $who }{ $classes ->
    [none] { "" }
   *[other] , { $classes }
}:

    { $words }
enquiry-your-reply = Напишите ответ: я передам его лично.
enquiry-reply = Ответ на обращение № { $number }. { $who }:

    { $words }
enquiry-replied = Ответ передан.
enquiry-gone = Это обращение уже неактуально.
enquiry-cancelled = Хорошо, ничего не передаю.
button-enquiry-send = Передать
button-enquiry-reply = Ответить
