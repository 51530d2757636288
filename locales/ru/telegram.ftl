# Проверка настройки: бот в Telegram.

telegram-check-token = Telegram: ключ бота
telegram-check-token-mend = Откройте в Telegram @BotFather, пошлите ему /mybots, выберите бота, «API Token», и впишите ключ в TELEGRAM_TOKEN.
telegram-check-webhook = Telegram: адрес, на который приходят события
telegram-check-webhook-mend = Впишите открытый адрес бота с путём /telegram/webhook в TELEGRAM_WEBHOOK_URL и запустите бота снова.
telegram-check-updates = Telegram: виды событий
telegram-check-updates-mend = Впишите адрес в TELEGRAM_WEBHOOK_URL и запустите бота снова: он сам попросит все нужные события.
telegram-check-delivery = Telegram: события доходят
telegram-check-delivery-mend = Проверьте, что адрес из TELEGRAM_WEBHOOK_URL открывается из Интернета и ведёт к этому боту.
doctor-telegram-away = Telegram не отвечает
doctor-telegram-away-mend = Проверьте, что этот компьютер видит адрес TELEGRAM_API_URL: из России Telegram может быть недоступен, тогда нужен свой узел-посредник за её пределами.
doctor-telegram-chat-mend = Откройте в группе «Администраторы», добавьте бота и разрешите ему удалять сообщения, блокировать участников, приглашать по ссылкам и закреплять сообщения.
