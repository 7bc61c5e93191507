using Lingua;

namespace NewsWatch.Formats.Text.Languages;

/// <summary>The languages that detection chooses from: those that news is written in. Fewer to choose from means fewer mistakes.</summary>
internal static class NewsLanguages
{
    // Nobody reports in Latin or Esperanto; the others have no news sites of their own that publish feeds.
    private static readonly Language[] WithoutNews =
        [Language.Unknown, Language.Latin, Language.Esperanto, Language.Maori, Language.Ganda, Language.Sotho, Language.Tsonga, Language.Tswana];

    public static Language[] All { get; } = Enum.GetValues<Language>().Except(WithoutNews).ToArray();
}
