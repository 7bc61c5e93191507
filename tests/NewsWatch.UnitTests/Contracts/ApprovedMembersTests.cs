using System.Reflection;
using NewsWatch.Contracts;
using Xunit;

namespace NewsWatch.UnitTests.Contracts;

/// <summary>Processes of different versions read each other's messages: members are only added. What is here was promised.</summary>
public sealed class ApprovedMembersTests
{
    private const string Approved = """
        AlertArticle: Author String[], Domain String, Id String, Lang String, Published DateTimeOffset?, Revision Int32, Seen DateTimeOffset, Source String, Summary String, Tag String[], Title String, Url String
        AlertMatch: Field String, Length Int32, Sentence String, SentenceStart Int32, Start Int32, Text String
        AlertRaised: Article AlertArticle, Id String, Matches AlertMatch[], Raised DateTimeOffset, Schema String, Topic String, TraceId String, TraceParent String, TraceState String, Watch AlertWatch
        AlertWatch: Id String, Name String, Query String, Version Int32
        Article: Author String[], Body String, Domain String, Hash String, Id String, Lang String, Published DateTimeOffset?, Revised DateTimeOffset, Revision Int32, Seen DateTimeOffset, Source String, Summary String, Tag String[], Title String, Url String
        ArticlesIngested: Articles IngestedArticle[], ImportedAlerts AlertRaised[]
        Feed: Created DateTimeOffset, Enabled Boolean, FetchPages PageFetching, Folder String[], Id String, Site String, Source String, Tag String[], Title String, Updated DateTimeOffset, Url String, Version Int32
        FeedChanged: FeedId String, Refresh Boolean, Version Int32
        FragmentChanged: Name String, Version Int32
        IngestedArticle: Article Article, Backfill Boolean, TraceParent String, TraceState String
        QueryFragment: Created DateTimeOffset, Name String, Query String, Updated DateTimeOffset, Version Int32
        Watch: Created DateTimeOffset, Enabled Boolean, Examples WatchExampleTexts, Id String, Name String, Query String, Topic String, Updated DateTimeOffset, Version Int32
        WatchChanged: Version Int32, WatchId String
        WatchExampleTexts: Matches String[], Misses String[]
        """;

    private static readonly HashSet<string> Promised = [.. Approved.ReplaceLineEndings("\n").Split('\n').SelectMany(Members)];

    private static readonly HashSet<string> Present = [.. Describe().SelectMany(Members)];

    [Fact]
    public void No_promised_member_is_gone_renamed_or_retyped() => Assert.Empty(Promised.Except(Present));

    [Fact]
    public void A_new_member_is_approved_by_adding_it_to_the_list() => Assert.Empty(Present.Except(Promised));

    private static IEnumerable<string> Members(string line)
    {
        var (type, members) = (line.Split(": ")[0], line.Split(": ")[1]);
        return members.Split(", ").Select(member => $"{type}.{member}");
    }

    private static IEnumerable<string> Describe() =>
        typeof(Article).Assembly.GetExportedTypes()
            .Where(type => type.GetMethod("<Clone>$") is not null)
            .Select(type => $"{type.Name}: {string.Join(", ", type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => $"{p.Name} {NameOf(p.PropertyType)}"))}");

    private static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? value.Name + "?"
        : type.IsGenericType ? type.GetGenericArguments()[0].Name + "[]"
        : type.Name;
}
