using System.Net;

namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>Follows redirects, each as carefully as the first call, and remembers where permanent ones lead.</summary>
public sealed class GuardedRedirects(OutboundGuardOptions options) : DelegatingHandler
{
    /// <summary>On the answer's request: where an unbroken chain of permanent redirects led.</summary>
    public static readonly HttpRequestOptionsKey<Uri> PermanentUrl = new("newswatch.permanent-url");

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var permanent = true;
        for (var redirects = 0; ; redirects++)
        {
            Check(request.RequestUri);
            var response = await SendUnwrappedAsync(request, cancellationToken);
            if (options.MaxRedirects == 0 || Target(request, response) is not { } target) return response;
            permanent &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            var status = response.StatusCode;
            response.Dispose();
            if (redirects >= options.MaxRedirects) throw new OutboundRefusedException($"{request.RequestUri} redirects more than {options.MaxRedirects} times.");
            Redirect(request, target, status);
            if (permanent) request.Options.Set(PermanentUrl, target);
        }
    }

    private static void Check(Uri? url)
    {
        if (url is null || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)) throw new OutboundRefusedException($"'{url}' is not an http or https address.");
        if (UrlShape.Problem(url.OriginalString) is { } problem) throw new OutboundRefusedException(problem);
    }

    // The handler below wraps what its connect callback throws.
    private async Task<HttpResponseMessage> SendUnwrappedAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            return await base.SendAsync(request, cancellation);
        }
        catch (HttpRequestException e) when (e.InnerException is OutboundRefusedException refused)
        {
            throw refused;
        }
    }

    private static Uri? Target(HttpRequestMessage request, HttpResponseMessage response)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location) return null;
        return location.IsAbsoluteUri ? location : new Uri(request.RequestUri!, location);
    }

    private static void Redirect(HttpRequestMessage request, Uri target, HttpStatusCode status)
    {
        // Credentials are for the host they were given for.
        if (request.RequestUri!.Authority != target.Authority) request.Headers.Authorization = null;
        request.RequestUri = target;
        if ((int)status is 307 or 308 || request.Method == HttpMethod.Get || request.Method == HttpMethod.Head) return;
        request.Method = HttpMethod.Get;
        request.Content = null;
    }
}
