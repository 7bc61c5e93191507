using System.Text.Json;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging;

internal static class BusJson
{
    /// <summary>The bus keeps its own way of reading envelopes; the contracts inside are read by generated code, which costs half.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = NewsWatchJson.Options.Encoder;
        options.TypeInfoResolverChain.Insert(0, ContractsJsonContext.Default);
        return options;
    }
}
