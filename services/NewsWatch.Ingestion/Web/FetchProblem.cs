using System.Net;
using System.Net.Sockets;
using Polly.Timeout;

namespace NewsWatch.Ingestion.Web;

/// <summary>Why something could not be fetched, in words for the person who reads the list of feeds.</summary>
internal static class FetchProblem
{
    public static string Describe(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.NotFound => "The server says that there is no such page (404).",
        HttpStatusCode.Gone => "The server says that it has ended for good (410).",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"The server refuses to give it to us ({(int)response.StatusCode}).",
        HttpStatusCode.TooManyRequests => "The server asks us to come less often (429).",
        >= HttpStatusCode.InternalServerError => $"The server has a fault of its own ({(int)response.StatusCode}).",
        var status => $"The server answered with status {(int)status}.",
    };

    public static string Describe(Exception problem) => problem switch
    {
        TimeoutRejectedException or OperationCanceledException => "The server took too long to answer.",
        UriFormatException => $"The address cannot be read: {problem.Message}",
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } } => "There is no server of that name.",
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "The server refuses connections.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "The server's certificate cannot be trusted, or it speaks no TLS.",
        _ => problem.InnerException is { } inner ? $"{problem.Message} {inner.Message}" : problem.Message,
    };
}
