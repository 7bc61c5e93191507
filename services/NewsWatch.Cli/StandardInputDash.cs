using Spectre.Console.Cli;

namespace NewsWatch.Cli;

/// <summary>Lets <c>-</c> stand for standard input: the parser takes a lone dash for an option without a name, so it travels past it in disguise.</summary>
internal sealed class StandardInputDash : ICommandInterceptor
{
    private const string Dash = "-";
    private const string Disguise = "<standard input>";

    public static string[] Hide(string[] args) => Array.ConvertAll(args, arg => arg == Dash ? Disguise : arg);

    /// <summary>The word as it was typed.</summary>
    public static string Show(string word) => word == Disguise ? Dash : word;

    public void Intercept(CommandContext context, CommandSettings settings)
    {
        foreach (var property in settings.GetType().GetProperties())
        {
            switch (property.GetValue(settings))
            {
                case string[] list:
                    Array.ForEach(Enumerable.Range(0, list.Length).Where(i => list[i] == Disguise).ToArray(), i => list[i] = Dash);
                    break;
                case Disguise:
                    property.SetValue(settings, Dash);
                    break;
            }
        }
    }
}
