using Spectre.Console;

namespace NewsWatch.Cli.Output;

/// <summary>Work that takes long: with a progress bar on standard error where that is a terminal, else silent.</summary>
internal static class LongWork
{
    public static async Task RunAsync(string name, double total, Func<IAdvance, Task> work, bool shown = true)
    {
        if (Console.IsErrorRedirected || !shown)
        {
            await work(new Silent());
            return;
        }

        await Terminal.Error.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress => await work(new Bar(progress.AddTask(Markup.Escape(name), maxValue: Math.Max(total, 1)))));
    }

    private sealed class Bar(ProgressTask task) : IAdvance
    {
        public void To(double value, string? name = null)
        {
            task.Value = value;
            if (name is not null) task.Description = Markup.Escape(SafeText.Line(name));
        }

        public void Expect(double total) => task.MaxValue = Math.Max(total, 1);
    }

    private sealed class Silent : IAdvance
    {
        public void To(double value, string? name = null)
        {
        }

        public void Expect(double total)
        {
        }
    }
}

/// <summary>How far the work is.</summary>
internal interface IAdvance
{
    void To(double value, string? name = null);

    /// <summary>Corrects how much there is in all.</summary>
    void Expect(double total);
}
