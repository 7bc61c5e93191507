using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace NewsWatch.Gateway;

/// <summary>
/// Describes the answers that every operation of a kind may give, so that each endpoint names only its own: a parameter or a body may be wrong, a body of
/// another kind than JSON, the store or the broker away.
/// </summary>
internal sealed class CommonRefusals : IOpenApiOperationTransformer
{
    private const string Problem = "application/problem+json";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var hasBody = operation.RequestBody is not null;
        if (hasBody || operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Query) == true) Add(operation, StatusCodes.Status400BadRequest, "Something in the request is wrong; 'detail' says what.");
        if (hasBody) Add(operation, StatusCodes.Status415UnsupportedMediaType, "The body is not sent as JSON.");
        Add(operation, StatusCodes.Status503ServiceUnavailable, "The store or the broker does not answer just now; 'Retry-After' says when to ask again.");
        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, int status, string description) => (operation.Responses ??= []).TryAdd(
        status.ToString(CultureInfo.InvariantCulture),
        new OpenApiResponse { Description = description, Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Schema = new OpenApiSchemaReference("ProblemDetails") } } });
}
