using NewsWatch.Gateway.Fragments;
using NewsWatch.Matching.Language;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Storage;

namespace NewsWatch.Gateway.Console.Problems;

/// <summary>What went wrong, for people: what happened, why, and what to do.</summary>
public sealed record Problem(string Title, string Detail, string Advice, string? TraceId = null)
{
    /// <summary>The problem behind an exception, with the status that goes with it.</summary>
    public static (Problem Problem, int Status) Of(Exception exception, string? traceId) => exception switch
    {
        StoreUnavailableException => (new("The archive does not answer.", exception.Message, "Nothing is lost: articles wait until it is back. Try again in a few seconds."), StatusCodes.Status503ServiceUnavailable),
        BrokerUnavailableException => (new("The broker does not answer.", exception.Message, "Nothing was taken that could be lost. Try again in a few seconds."), StatusCodes.Status503ServiceUnavailable),
        VersionConflictException => (new("Somebody else changed this meanwhile.", exception.Message, "Open it again and repeat your change."), StatusCodes.Status409Conflict),
        FragmentInUseException => (new("The fragment is in use.", exception.Message, "Open what it is part of, and edit that."), StatusCodes.Status409Conflict),
        FragmentBreaksException => (new("Something that the fragment is part of would be wrong.", exception.Message, "Go back and change it there."), StatusCodes.Status409Conflict),
        CursorExpiredException => (new("This page of the list is too old to go on from.", exception.Message, "Start from the beginning of the list."), StatusCodes.Status410Gone),
        InvalidCursorException => (new("This page of the list cannot be found.", exception.Message, "Start from the beginning of the list."), StatusCodes.Status400BadRequest),
        QuerySyntaxException => (new("The query cannot be read.", exception.Message, "Go back and change it there."), StatusCodes.Status400BadRequest),
        FormatException or BadHttpRequestException => (new("Something in the address or the form cannot be read.", exception.Message, "Go back and change it."), StatusCodes.Status400BadRequest),
        _ => (new("This page failed.", "That is a fault in NewsWatch, and its log says more.", "Try again; if it stays so, report it with the number below.", traceId), StatusCodes.Status500InternalServerError),
    };
}
