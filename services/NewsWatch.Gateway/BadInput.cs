using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsWatch.Gateway;

/// <summary>Says in a caller's words what could not be read of a request; the framework's own speak of its types.</summary>
internal static partial class BadInput
{
    /// <returns>Nothing where the status says it all.</returns>
    public static string? Describe(BadHttpRequestException refused)
    {
        if (refused.StatusCode == StatusCodes.Status415UnsupportedMediaType) return null;
        if (refused.InnerException is JsonException json) return Describe(json);
        if (NoBody().IsMatch(refused.Message)) return "The body is missing; send a JSON object.";
        var parameter = Parameter().Match(refused.Message);
        if (!parameter.Success) return refused.InnerException is { } inner ? $"{refused.Message} {inner.Message}" : refused.Message;
        var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value);
        return $"'{name}' must be {KindOf(parameter.Groups["type"].Value)}, not '{parameter.Groups["value"].Value}'.";
    }

    private static string Describe(JsonException error)
    {
        var unknown = UnknownMember().Match(error.Message);
        if (unknown.Success) return $"There is no member '{unknown.Groups["name"].Value}' here; '/openapi/v1.json' says which there are.";
        if (error.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
            return error.Path is null or "$" ? "The body must be a JSON object." : $"'{error.Path[2..]}' has a value of the wrong kind; '/openapi/v1.json' says which it takes.";
        var reason = error.Message.Split(" Path:", 2)[0];
        return $"The body is not JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}: {reason}";
    }

    private static string KindOf(string type) => type switch
    {
        _ when type.Contains("int", StringComparison.OrdinalIgnoreCase) => "a whole number",
        _ when type.Contains("bool", StringComparison.OrdinalIgnoreCase) => "true or false",
        _ when type.Contains("Date", StringComparison.Ordinal) => "a time such as 2026-11-25T10:42:00Z",
        _ => "of another kind",
    };

    [GeneratedRegex("""^Failed to bind parameter "(?<type>[^ "]+) (?<name>[^"]+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline)]
    private static partial Regex Parameter();

    [GeneratedRegex("^Implicit body inferred .* no body was provided|^Required parameter .* was not provided from body", RegexOptions.Singleline)]
    private static partial Regex NoBody();

    [GeneratedRegex("^The JSON property '(?<name>.*)' could not be mapped", RegexOptions.Singleline)]
    private static partial Regex UnknownMember();
}
