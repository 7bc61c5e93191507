namespace NewsWatch.Formats.Text.Languages;

/// <summary>The commonest articles, prepositions, pronouns and conjunctions by language, by its code; near languages stand here for each other's sake.</summary>
internal static class FunctionWordLists
{
    public static readonly (string Language, string Words)[] All =
    [
        ("af", "die het nie van en is in hy dit vir wat met sy te ek aan ons kan ook jou deur baie hulle was om op as daar maar moet sal"),
        ("az", "və bu bir ilə üçün da də olan edən onun isə ki daha olub kimi sonra həm edib çox qədər lakin"),
        ("be", "і ў на не што з да па як за ад яго але які для гэта быў было або таксама пры каб калі ёсць пра яны мы ён гэтага якія толькі пасля"),
        ("bg", "на и да се от за не по като са с това до че при към бе или след която които който също има може но във със беше ще"),
        ("bs", "je i u na se da od su za s koji kao iz što nije biti koja ali bi o do te ili"),
        ("ca", "el la els les i de que en amb per un una del dels és al als no es ha són més com aquest aquesta pel però també seva han ser molt"),
        ("cs", "je na se že v a s z do pro ve by jsou které který která ale také jako podle bylo po při byla jeho už více než jen od nebo aby před co"),
        ("da", "og i at det er en den til på for med som af de ikke et har fra der var om sig han også efter men blev ved kan eller skal hun jeg blevet været"),
        ("de", "der die und das den dem in von zu mit ist auf für im nicht ein eine auch sich des als an es wird sie er aus bei nach dass hat sind einen einer einem wurde noch wie am um zum über werden oder zur vor aber durch nur haben war kann sein mehr"),
        ("en", "the of and to in that for is on was with he as it by at from his an be this are have not which their has were they but or who had its been will more one about after would said than when also there"),
        ("es", "el la los las de que en y un una por con para del se es no al lo como más su sus fue ha este esta pero también entre han desde sobre hasta son muy cuando está ser según sin donde"),
        ("et", "ja on ei ka et see oli kui mis ning aga ta oma või seda selle kes siis veel mida kuid nii ole pole juba nende"),
        ("fi", "ja on ei että se oli ovat hän mutta myös kuin joka sen ole olla mukaan jos niin kun tai vain jo sekä mitä tämä voi hänen vielä jotka ollut ettei"),
        ("fr", "le la les de des et du un une en que qui dans est pour par sur au aux ce se il ne pas plus avec sont cette son sa ses mais ont été comme nous vous leur être où aussi entre elle elles ils deux"),
        ("hr", "je i u na se da od su za s koji kao iz što nije biti koja ali bi o do te ili kako"),
        ("hu", "a az és hogy nem is egy meg volt csak de már ez van még mint vagy el szerint ki lehet között után pedig amely kell azt fel sem aki ami minden nagyon lesz"),
        ("id", "yang dan di dengan untuk pada dari ini dalam itu tidak akan oleh adalah juga ke atau sebagai dapat telah karena mereka tersebut saat bahwa kata ada bisa lebih saya kami"),
        ("is", "og að í á er sem til en við um af ekki var hann með því fyrir það þetta eru frá hafa verið þar eftir síðan hefur hún"),
        ("it", "il la di che e in un una per del della dei delle i gli le con non sono è al da nel alla si ha come più anche questo questa ma dal dalla nella lo ai sul sulla degli stato stata essere tra hanno"),
        ("lt", "ir yra į kad su ne iš bei tai kaip už nuo per bet buvo taip jo po apie dėl jos jau tik ar jų kurie kuris"),
        ("lv", "un ir ka par ar no uz kas tiek bet arī to ja vai lai tika kā pēc bija līdz ko pie tā jau nav viņš tikai"),
        ("mk", "на и да се од за во не со е што како ќе по ги го тоа која кои до кој при сите беше или бил но"),
        ("ms", "yang dan di dengan untuk pada dari ini dalam itu tidak akan oleh adalah juga ke atau sebagai dapat telah kerana mereka tersebut bahawa kata ada boleh lebih saya kami"),
        ("nb", "og i at det er en den til på for med som av de ikke et har fra var om seg han også etter men ble ved kan eller skal hun jeg blitt vært"),
        ("nl", "de het een van en in is dat op te zijn met voor niet die aan er om ook als bij naar uit door wordt maar heeft werd hij over nog worden dan ze deze geen tot was kan onder meer hebben"),
        ("nn", "og i at det er ein den til på for med som av dei ikkje eit har frå var om seg han også etter men vart ved kan eller skal ho eg blitt vore"),
        ("pl", "w i na z się nie do to że o jest jak po od za dla przez są ale także tym który która które przed oraz co był być może już tego czy ich jego tylko ze było roku"),
        ("pt", "de que o a e do da em um uma para com não os as no na por mais dos das se ao foi como mas são à ou pelo pela também seu sua tem está entre até já ser pelos nos nas disse muito"),
        ("ro", "de și în a la cu pe că nu o din care să un este pentru mai au fost al ale sau lui ce prin dar sunt după între acest fi am această când ca unui însă fiind"),
        ("ru", "и в на не что с по как это из за к от для его он но о также был до после или при которые который она они было бы все так я у мы уже если чтобы еще будет были того только"),
        ("sk", "je na sa že v a s z do pre by sú ktoré ktorý ktorá ale aj ako podľa bolo po pri bola jeho už viac než len od alebo aby pred čo"),
        ("sl", "je in v na se da za so ki z pa ne bi po kot tudi ali še od bo pri lahko kar iz bil bila sem med smo že če"),
        ("sr", "је и у на се да од су за са који као из што није бити која али би о до те или"),
        ("sv", "och att i det som en på är av för med den till inte ett de om har var från han men vid under kan eller så efter också sig hon vi ska när blev jag där mot mer"),
        ("tr", "ve bir bu için da de ile olarak daha çok gibi olan en sonra kadar ise ancak değil ne her o dedi var ya ki göre olduğu tarafından"),
        ("uk", "і в на у не що з до та за як від це про для й він є було його але або які який при також після вже бути ще цього буде лише"),
    ];
}
