## Pictures of messages: `dezhurny doctor`

doctor-pictures = Картинки
doctor-pictures-off = QR-коды и повтор убранных фотографий – да, текст на картинках – нет (PICTURE_TEXT=off)
doctor-pictures-on = QR-коды, повтор убранных фотографий и текст на картинках
doctor-pictures-absent = текст на картинках должен читаться (PICTURE_TEXT=on), но программы Tesseract с русским языком на этом компьютере нет
doctor-pictures-mend = установите её: sudo apt-get install tesseract-ocr tesseract-ocr-rus – или укажите PICTURE_TEXT=off
