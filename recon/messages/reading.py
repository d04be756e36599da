"""Sentences about files that cannot be read."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "error.missing-file": {
        "en": "file {path} does not exist",
        "ru": "файл {path} не найден",
    },
    "error.missing-file.help": {
        "en": "check the name and the folder",
        "ru": "проверьте имя файла и папку",
    },
    "error.standard-input": {
        "en": "standard input is not read: the name of a file tells the form of a document",
        "ru": "стандартный ввод не читается: вид документа определяется по имени файла",
    },
    "error.standard-input.help": {
        "en": "save what the pipe gives in a file with its suffix, such as draft.docx, and name that file",
        "ru": "сохраните документ в файл с расширением, например draft.docx, и укажите этот файл",
    },
    "error.empty-file": {
        "en": "file {path} is empty",
        "ru": "файл {path} пуст",
    },
    "error.empty-file.help": {
        "en": "save or download the document again",
        "ru": "сохраните или загрузите документ заново",
    },
    "error.no-documents": {
        "en": "folder {path} holds no documents",
        "ru": "в папке {path} нет документов",
    },
    "error.no-documents.help": {
        "en": "put files of these forms there: {supported}",
        "ru": "поместите туда файлы одного из видов: {supported}",
    },
    "error.folder-given": {
        "en": "{path} is a folder, not a document",
        "ru": "{path} — папка, а не документ",
    },
    "error.folder-given.help": {
        "en": "name a file inside it",
        "ru": "укажите файл в этой папке",
    },
    "error.not-a-file": {
        "en": "{path} cannot be read as a file",
        "ru": "{path} не читается как файл",
    },
    "error.not-a-file.help": {
        "en": "copy the document into an ordinary folder and name the copy",
        "ru": "скопируйте документ в обычную папку и укажите копию",
    },
    "error.no-permission": {
        "en": "you may not read {path}",
        "ru": "нет прав на чтение {path}",
    },
    "error.no-permission.help": {
        "en": "ask its owner for the right to read it, or for a copy",
        "ru": "получите у владельца право на чтение или копию",
    },
    "error.file-too-large": {
        "en": "file {path} is larger than {limit} MB",
        "ru": "файл {path} больше {limit} МБ",
    },
    "error.file-too-large.help": {
        "en": "remove pictures from the document, or give its figures as a ledger file (CSV or Parquet)",
        "ru": "удалите из документа изображения или передайте его показатели файлом в длинной форме (CSV или Parquet)",
    },
    "error.unsupported-form": {
        "en": "no reader knows files such as {path} (suffix {suffix})",
        "ru": "файлы такого вида, как {path} (расширение {suffix}), не читаются",
    },
    "error.unsupported-form.help": {
        "en": "save the document in one of these forms: {supported}",
        "ru": "сохраните документ в одном из видов: {supported}",
    },
    "error.old-form": {
        "en": "file {path} has the form {suffix}, which is not read yet",
        "ru": "файл {path} имеет вид {suffix}, который пока не читается",
    },
    "error.old-form.help": {
        "en": "open it in an office program and save it as {target}",
        "ru": "откройте его в офисной программе и сохраните как {target}",
    },
    "error.content-differs": {
        "en": "file {path} is called {suffix} but holds {content}",
        "ru": "файл {path} имеет расширение {suffix}, но содержит {content}",
    },
    "error.content-differs.help": {
        "en": "ask for the document itself, or open the file in a program that knows it and save it as .docx or .xlsx",
        "ru": "запросите сам документ либо откройте файл в подходящей программе и сохраните как .docx или .xlsx",
    },
    "error.wrong-suffix": {
        "en": "file {path} is called {suffix} but holds {content}",
        "ru": "файл {path} имеет расширение {suffix}, но содержит {content}",
    },
    "error.wrong-suffix.help": {
        "en": "if that is the document you mean, change its suffix to {target}",
        "ru": "если это нужный документ, измените его расширение на {target}",
    },
    "error.archive": {
        "en": "file {path} is an archive, not a document",
        "ru": "файл {path} — архив, а не документ",
    },
    "error.archive.help": {
        "en": "unpack it into a folder and name the folder",
        "ru": "распакуйте его в папку и укажите эту папку",
    },
    "error.encrypted": {
        "en": "file {path} is protected by a password",
        "ru": "файл {path} защищён паролем",
    },
    "error.encrypted.help": {
        "en": "open it with the password and save it without one",
        "ru": "откройте его с паролем и сохраните без пароля",
    },
    "error.damaged-archive": {
        "en": "file {path} is damaged or cut off",
        "ru": "файл {path} повреждён или обрезан",
    },
    "error.damaged-archive.help": {
        "en": "download or copy it again; failing that, open it in an office program and let it repair the file",
        "ru": "загрузите или скопируйте его заново; если не поможет, откройте его в офисной программе и восстановите",
    },
    "error.damaged-workbook": {
        "en": "workbook {path} is damaged or of a kind older than Excel 97",
        "ru": "книга {path} повреждена или создана программой старше Excel 97",
    },
    "error.damaged-workbook.help": {
        "en": "open it in a spreadsheet program, let it repair the file, and save it as .xlsx",
        "ru": "откройте её в табличном редакторе, восстановите и сохраните как .xlsx",
    },
    "error.damaged-pdf": {
        "en": "file {path} is damaged or cut off",
        "ru": "файл {path} повреждён или обрезан",
    },
    "error.damaged-pdf.help": {
        "en": "download or copy it again, or print it to a new PDF from a program that still opens it",
        "ru": "загрузите или скопируйте его заново либо напечатайте в новый PDF из программы, которая его открывает",
    },
    "error.encrypted-pdf": {
        "en": "file {path} is protected by a password",
        "ru": "файл {path} защищён паролем",
    },
    "error.encrypted-pdf.help": {
        "en": "open it with the password and print it to a new PDF",
        "ru": "откройте его с паролем и напечатайте в новый PDF",
    },
    "error.no-text-layer": {
        "en": "file {path} has no text layer: its pages are pictures (a scan), or blank",
        "ru": "в файле {path} нет текстового слоя: его страницы — изображения (скан) либо пустые",
    },
    "error.no-text-layer.help": {
        "en": "ask for the document that was scanned, as DOCX or XLSX; failing that, recognise the text"
        " (OCR) and compare the figures with the scan before trusting them",
        "ru": "запросите исходный документ в виде DOCX или XLSX; если его нет, распознайте текст (OCR)"
        " и сверьте числа со сканом, прежде чем полагаться на них",
    },
    "error.meaningless-text-layer": {
        "en": "file {path} draws its letters without saying which they are: its text layer cannot be read",
        "ru": "файл {path} содержит начертания букв без их кодов: текстовый слой прочитать нельзя",
    },
    "error.meaningless-text-layer.help": {
        "en": "ask for the document as DOCX or XLSX; failing that, print it to pictures and recognise the text (OCR)",
        "ru": "запросите документ в виде DOCX или XLSX; если его нет, распознайте текст с изображения страниц (OCR)",
    },
    "error.no-libreoffice": {
        "en": "file {path} is read with the help of LibreOffice, which is not installed",
        "ru": "файл {path} читается с помощью LibreOffice, а эта программа не установлена",
    },
    "error.no-libreoffice.help": {
        "en": "install LibreOffice Writer (on Debian and Ubuntu: apt install libreoffice-writer),"
        " or open the file in an office program and save it as .docx",
        "ru": "установите LibreOffice Writer (в Debian и Ubuntu: apt install libreoffice-writer)"
        " либо откройте файл в офисной программе и сохраните как .docx",
    },
    "error.not-converted": {
        "en": "file {path} is damaged, or protected by a password: LibreOffice could not open it",
        "ru": "файл {path} повреждён или защищён паролем: LibreOffice не смог его открыть",
    },
    "error.not-converted.help": {
        "en": "open it in an office program and save it as .docx, without a password",
        "ru": "откройте его в офисной программе и сохраните как .docx, без пароля",
    },
    "error.conversion-too-long": {
        "en": "file {path} was given up: LibreOffice had not converted it after {seconds} seconds",
        "ru": "чтение файла {path} прервано: LibreOffice не преобразовал его за {seconds} секунд",
    },
    "error.conversion-too-long.help": {
        "en": "open it in an office program and save it as .docx, in parts if it is very long",
        "ru": "откройте его в офисной программе и сохраните как .docx, а очень длинный — по частям",
    },
    "error.missing-part": {
        "en": "file {path} is damaged: its part {part} is missing",
        "ru": "файл {path} повреждён: в нём нет части {part}",
    },
    "error.missing-part.help": {
        "en": "open it in an office program and save it again",
        "ru": "откройте его в офисной программе и сохраните заново",
    },
    "error.damaged-xml": {
        "en": "file {path} is damaged: its part {part} is not sound XML",
        "ru": "файл {path} повреждён: его часть {part} — неверный XML",
    },
    "error.damaged-xml.help": {
        "en": "open it in an office program, let it repair the file, and save it again",
        "ru": "откройте его в офисной программе, восстановите и сохраните заново",
    },
    "error.xml-with-entities": {
        "en": "file {path} is refused: its part {part} declares a document type, which no office program writes",
        "ru": "файл {path} отклонён: его часть {part} объявляет тип документа (DTD), чего офисные программы не делают",
    },
    "error.xml-with-entities.help": {
        "en": "do not open it; ask the sender where the file comes from",
        "ru": "не открывайте его; уточните у отправителя происхождение файла",
    },
    "error.zip-bomb": {
        "en": "file {path} is refused: it unpacks to far more than a document holds",
        "ru": "файл {path} отклонён: при распаковке он несоразмерно велик для документа",
    },
    "error.zip-bomb.help": {
        "en": "do not open it; ask the sender where the file comes from",
        "ru": "не открывайте его; уточните у отправителя происхождение файла",
    },
    "error.absurd-structure": {
        "en": "file {path} is refused: its cells are merged, repeated or nested beyond all measure",
        "ru": "файл {path} отклонён: объединение, повторение или вложенность ячеек в нём не имеет разумных пределов",
    },
    "error.absurd-structure.help": {
        "en": "open it in an office program, copy the document itself, and save it as .docx or .xlsx",
        "ru": "откройте его в офисной программе, скопируйте сам документ и сохраните как .docx или .xlsx",
    },
    "error.undecodable-text": {
        "en": "file {path} is not text in UTF-8, UTF-16 or Windows-1251",
        "ru": "файл {path} — не текст в кодировке UTF-8, UTF-16 или Windows-1251",
    },
    "error.undecodable-text.help": {
        "en": "open it in a text editor and save it as UTF-8",
        "ru": "откройте его в текстовом редакторе и сохраните в кодировке UTF-8",
    },
    "error.open-quote": {
        "en": "file {path}, line {line}: a quotation mark is opened and never closed",
        "ru": "файл {path}, строка {line}: кавычка открыта и не закрыта",
    },
    "error.open-quote.help": {
        "en": "close the quotation mark, or double it where it belongs to the text",
        "ru": "закройте кавычку или удвойте её, если она относится к тексту",
    },
    "form.archive": {"en": "an archive", "ru": "архив"},
    "form.doc": {"en": "an old Word document (DOC)", "ru": "документ Word старого вида (DOC)"},
    "form.docx": {"en": "a Word document (DOCX)", "ru": "документ Word (DOCX)"},
    "form.html": {"en": "a web page (HTML)", "ru": "веб-страницу (HTML)"},
    "form.image": {"en": "a picture", "ru": "изображение"},
    "form.ods": {"en": "an OpenDocument spreadsheet (ODS)", "ru": "таблицу OpenDocument (ODS)"},
    "form.odt": {"en": "an OpenDocument text (ODT)", "ru": "текст OpenDocument (ODT)"},
    "form.ole": {"en": "a file of an old Office program", "ru": "файл старой офисной программы"},
    "form.package": {"en": "an Office package of another kind", "ru": "пакет Office другого вида"},
    "form.parquet": {"en": "a Parquet file", "ru": "файл Parquet"},
    "form.pdf": {"en": "a PDF", "ru": "PDF"},
    "form.presentation": {"en": "a presentation", "ru": "презентацию"},
    "form.rtf": {"en": "rich text (RTF)", "ru": "форматированный текст (RTF)"},
    "form.mhtml": {"en": "a web page in one file (MHTML)", "ru": "веб-страницу в одном файле (MHTML)"},
    "form.text": {"en": "plain text", "ru": "простой текст"},
    "form.xls": {"en": "an old Excel workbook (XLS)", "ru": "книгу Excel старого вида (XLS)"},
    "form.xlsb": {"en": "a binary Excel workbook (XLSB)", "ru": "двоичную книгу Excel (XLSB)"},
    "form.xlsx": {"en": "an Excel workbook (XLSX)", "ru": "книгу Excel (XLSX)"},
    "form.xml": {"en": "bare XML", "ru": "XML без упаковки"},
}
