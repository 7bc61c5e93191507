using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace NewsWatch.EndToEndTests.Console;

/// <summary>What must be true of every page.</summary>
internal static class PageFacts
{
    /// <summary>No finding of axe.</summary>
    public static async Task IsAccessibleAsync(this IPage page, string what)
    {
        var found = (await page.RunAxe()).Violations;
        Assert.True(found.Length == 0, $"{what}: " + string.Join("; ", found.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Target))}")));
    }

    /// <summary>Nothing stands out to the right.</summary>
    public static async Task FitsAsync(this IPage page, string what)
    {
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{what} is {over} pixels too wide.");
    }

    /// <summary>Collects what the browser complains of: scripts that fail, content that the policy forbids.</summary>
    public static List<string> Complaints(this IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) =>
        {
            complaints.Add($"A dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        return complaints;
    }
}
