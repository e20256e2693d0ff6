package dates

import (
	"strings"

	"skein/thread/format/lexicon"
)

// months has the names of months in twenty languages, one month a line.
var months = func() map[string]int {
	const names = `jan january januar janvier enero ene gennaio gen janeiro januari stycznia января янв jänner tammikuuta ocak ιανουαρίου ianuarie január ledna січня
feb february februar février fevrier fév febrero febbraio fevereiro fev februari lutego февраля фев febr helmikuuta şubat φεβρουαρίου februarie február února лютого
mar march märz mär mrz mars marzo março marco maart mrt marca марта maerz maaliskuuta mart μαρτίου martie március března березня marts
apr april avril avr abril abr aprile kwietnia апреля апр huhtikuuta nisan απριλίου aprilie április dubna квітня
may mai mayo maggio mag maio mei maj maja мая toukokuuta mayıs μαΐου május května травня
jun june juni juin junio giugno giu junho czerwca июня июн kesäkuuta haziran ιουνίου iunie június června червня
jul july juli juillet juil julio luglio lug julho lipca июля июл heinäkuuta temmuz ιουλίου iulie július července липня
aug august août aout agosto ago augustus augusti sierpnia августа авг elokuuta ağustos αυγούστου augusztus srpna серпня
sep sept september septembre septiembre settembre set setembro września сентября сен сент syyskuuta eylül σεπτεμβρίου septembrie szeptember září вересня
oct october oktober okt octobre octubre ottobre ott outubro out października октября окт lokakuuta ekim οκτωβρίου octombrie október října жовтня
nov november novembre noviembre novembro listopada ноября ноя нояб marraskuuta kasım νοεμβρίου noiembrie листопада
dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia декабря дек joulukuuta aralık δεκεμβρίου decembrie prosince грудня desember`
	months := map[string]int{}
	for i, line := range strings.Split(names, "\n") {
		for _, name := range strings.Fields(line) {
			months[name] = i + 1
		}
	}
	return months
}()

// Weekdays are the names of days in full or in short.
var Weekdays = lexicon.Set(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi
mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo`)

// WeekdayMarks are weekdays in two or three letters that are words, too,
// but before a number.
var WeekdayMarks = lexicon.Set(`mo di mi do fr sa so lun mer jeu ven sam dim`)

// halves tell before a time of day in which half of it that is.
var halves = map[string]byte{"上午": 'a', "下午": 'p', "午前": 'a', "午後": 'p', "오전": 'a', "오후": 'p'}

// LinkWords are the words within a date that say nothing.
var LinkWords = lexicon.Set(`at um à en a las alle às as de of the on den del kl klo om o t das ás la le в г o'clock στις saat`)

var units = lexicon.Set(`s sec secs second seconds m min mins minute minutes h hr hrs hour hours d day days w
wk week weeks mo month months y yr year years sekunden sekunde minuten stunde stunden tag tagen tage woche
wochen monat monaten monate jahr jahren jahre minuto minutos hora horas día días dia dias semana semanas
mes meses año años heure heures jour jours semaine semaines mois an ans ora ore giorno giorni`)

// beforeWords are the words that put a length of time before now.
var beforeWords = lexicon.Set(`vor hace il há fa`)

// agoWords are the words that do so behind it.
var agoWords = lexicon.Set(`ago her geleden sedan siden fa temu önce назад`)

var now = lexicon.Set(`yesterday today gestern heute ayer hoy hier ieri oggi`)

// zones are the zones that have one meaning, in hours east of UTC.
var zones = map[string]int{
	"z": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5,
	"mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2,
}

// longestWord is the length of the longest word in words, or more.
const longestWord = 24

// words are all words that a date may begin with.
var words = func() map[string]bool {
	words := lexicon.Set("a an")
	for _, set := range []map[string]bool{Weekdays, WeekdayMarks, beforeWords, now} {
		for w := range set {
			words[w] = true
		}
	}
	for w := range months {
		words[w] = true
	}
	return words
}()

// What these words begin with, which spares most words a look into the sets.
var (
	starts     = lexicon.StartsOf(words)
	linkStarts = lexicon.StartsOf(LinkWords)
)
