using System.Diagnostics;

namespace NewsWatch.Testing;

/// <summary>Waits for facts.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks again until the answer satisfies, and returns it.</summary>
    /// <exception cref="TimeoutException">It never did; the message holds the last answer, and what <paramref name="log"/> then says.</exception>
    public static async Task<T> GetAsync<T>(Func<Task<T>> ask, Func<T, bool> satisfies, string what, TimeSpan? patience = null, Func<string>? log = null, TimeSpan? between = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (satisfies(answer)) return answer;
            if (watch.Elapsed > (patience ?? Patience)) throw new TimeoutException($"Waited {watch.Elapsed.TotalSeconds:0} s for {what}; the last answer was: {answer}{(log is null ? "" : $"\n{log()}")}");
            await Task.Delay(between ?? Between);
        }
    }

    /// <summary>Asks again until it is so.</summary>
    public static Task IsTrueAsync(Func<Task<bool>> ask, string what, TimeSpan? patience = null, TimeSpan? between = null) => GetAsync(ask, yes => yes, what, patience, between: between);
}
