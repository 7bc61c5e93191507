using System.ComponentModel.DataAnnotations;

namespace NewsWatch.Storage.Retention;

/// <summary>How long the archive keeps what it has. Section <c>NewsWatch:Retention</c>.</summary>
/// <remarks>Months are calendar months (UTC) in which an article was first seen; alerts count with their article's. The running month is always kept, besides as many whole months as are named here.</remarks>
public sealed class RetentionPolicy
{
    /// <summary>The configuration section.</summary>
    public const string Section = "NewsWatch:Retention";

    /// <summary>Whole months of articles to keep besides the running one. Default 0: all, for ever. 0 to 1,200.</summary>
    [Range(0, 1_200)]
    public int ArticleMonths { get; set; }

    /// <summary>Whole months of alerts to keep besides the running one. Default 0: all, for ever. 0 to 1,200.</summary>
    [Range(0, 1_200)]
    public int AlertMonths { get; set; }

    /// <summary>Whether anything is ever dropped.</summary>
    public bool DropsAnything => ArticleMonths > 0 || AlertMonths > 0;

    /// <summary>The first month of articles that is kept, or <see langword="null"/> when all are.</summary>
    internal DateOnly? FirstArticleMonth(DateTimeOffset now) => First(ArticleMonths, now);

    /// <summary>The first month of alerts that is kept, or <see langword="null"/> when all are.</summary>
    internal DateOnly? FirstAlertMonth(DateTimeOffset now) => First(AlertMonths, now);

    private static DateOnly? First(int months, DateTimeOffset now)
    {
        if (months == 0) return null;
        var today = now.UtcDateTime;
        return new DateOnly(today.Year, today.Month, 1).AddMonths(-months);
    }
}
