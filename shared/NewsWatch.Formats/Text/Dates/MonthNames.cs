using System.Collections.Frozen;

namespace NewsWatch.Formats.Text.Dates;

/// <summary>Month names of the languages news comes in, long and short, found without case, accents on or off.</summary>
internal static class MonthNames
{
    private static readonly string[] Table =
    [
        "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari януари январь января янв stycznia styczeń sty ledna leden január ianuarie ocak ιανουάριος ιανουαρίου ιαν січня січ siječnja tammikuuta يناير",
        "february feb februar februari février févr fev fév febrero febbraio fevereiro февраль февраля фев lutego luty lut února únor február februarie şubat subat φεβρουάριος φεβρουαρίου φεβ лютого лют veljače helmikuuta فبراير",
        "march mar märz mrz mars marzo março maart mrt март марта мар marca marzec března březen március martie mart μάρτιος μαρτίου μάρ μαρ березня бер ožujka maaliskuuta مارس",
        "april apr avril avr abril abr aprile апрель апреля апр kwietnia kwiecień kwi dubna duben április aprilie nisan απρίλιος απριλίου απρ квітня кві travnja huhtikuuta أبريل",
        "may mai mayo maggio mag maio mei май мая maja maj května květen május mayıs mayis μάιος μαΐου μάι μαι травня тра svibnja toukokuuta مايو",
        "june jun juni juin junio giugno giu junho июнь июня июн czerwca czerwiec cze června červen június iunie haziran ιούνιος ιουνίου ιούν ιουν червня чер lipnja kesäkuuta يونيو",
        "july jul juli juillet juil julio luglio lug julho июль июля июл lipca lipiec lip července červenec július iulie temmuz ιούλιος ιουλίου ιούλ ιουλ липня лип srpnja heinäkuuta يوليو",
        "august aug août aout agosto ago augustus август августа авг sierpnia sierpień sie srpna srpen augusztus ağustos agustos αύγουστος αυγούστου αύγ αυγ серпня сер kolovoza elokuuta أغسطس",
        "september sep sept septembre septiembre set settembre setembro сентябрь сентября сен сент września wrzesień wrz září szeptember septembrie eylül eylul σεπτέμβριος σεπτεμβρίου σεπ вересня вер rujna syyskuuta سبتمبر",
        "october oct oktober okt octobre octubre ottobre ott outubro out октябрь октября окт października październik paź paz října říjen október octombrie ekim οκτώβριος οκτωβρίου οκτ жовтня жов lokakuuta أكتوبر",
        "november nov novembre noviembre novembro ноябрь ноября ноя нояб listopada listopad lis listopadu noiembrie kasım kasim νοέμβριος νοεμβρίου νοέ νοε листопада studenoga marraskuuta نوفمبر",
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro декабрь декабря дек grudnia grudzień gru prosince prosinec decembrie aralık aralik δεκέμβριος δεκεμβρίου δεκ грудня гру prosinca joulukuuta ديسمبر",
    ];

    private static readonly FrozenDictionary<string, int> Numbers = Table
        .SelectMany((names, month) => names.Split(' ').SelectMany(name => new[] { name, DateWords.Bare(name) }).Distinct().Select(name => (name, month: month + 1)))
        .DistinctBy(pair => pair.name)
        .ToFrozenDictionary(pair => pair.name, pair => pair.month);

    /// <summary>1 to 12, or 0 for what is no month.</summary>
    public static int Find(string word)
    {
        var bare = DateWords.Bare(word.Trim('.', ','));
        return Numbers.TryGetValue(bare, out var month) ? month : 0;
    }
}
