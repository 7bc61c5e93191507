using System.Diagnostics.CodeAnalysis;
using System.Net.Mime;
using System.Runtime.Serialization;
using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Messages of one type as plain JSON, without an envelope.</summary>
/// <remarks>The bus's own reader parses a text into a tree and reads the message from that; one pass is two fifths of the work, and reading was half of a Watcher's. What an endpoint sends, such as an article set aside, is written by the bus.</remarks>
/// <typeparam name="T">The type of every message there.</typeparam>
internal sealed class PlainJson<T> : ISerializerFactory, IMessageDeserializer
    where T : class
{
    private const RawSerializerOptions Raw = RawSerializerOptions.AnyMessageType;

    public ContentType ContentType => SystemTextJsonRawMessageSerializer.JsonContentType;

    public IMessageSerializer CreateSerializer() => new SystemTextJsonRawMessageSerializer(Raw);

    public IMessageDeserializer CreateDeserializer() => this;

    public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
        new BodyConsumeContext(receiveContext, Deserialize(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress));

    /// <exception cref="SerializationException">The body is not such a message.</exception>
    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null)
    {
        try
        {
            return new ReadContext(new RawMessageContext(headers, destinationAddress, Raw), ContentType, Read(body.GetBytes()));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new SerializationException($"This is not {typeof(T).Name} as JSON: {e.Message}", e);
        }
    }

    public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

    public void Probe(ProbeContext context) => context.CreateScope("plain json").Add("contentType", ContentType.MediaType);

    private static T Read(byte[] json)
    {
        try
        {
            return Read(json, ArticleConverter.Options);
        }
        catch (JsonException)
        {
            // The serializer alone says where in the whole message something is wrong, and not where in an article.
            return Read(json, NewsWatchJson.Options);
        }
    }

    private static T Read(byte[] json, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(json, options) ?? throw new JsonException("It is null.");

    private sealed class ReadContext(MessageContext headers, ContentType contentType, T message)
        : SystemTextJsonSerializerContext(SystemTextJsonMessageSerializer.Instance, SystemTextJsonMessageSerializer.Options, contentType, headers, [], message: message)
    {
        public override bool IsSupportedMessageType<TMessage>() => IsSupportedMessageType(typeof(TMessage));

        public override bool IsSupportedMessageType(Type messageType) => messageType.IsAssignableFrom(typeof(T));

        public override bool TryGetMessage(Type messageType, [NotNullWhen(true)] out object? message)
        {
            message = IsSupportedMessageType(messageType) ? Message : null;
            return message is not null;
        }

        public override IMessageSerializer GetMessageSerializer() => GetMessageSerializer(Message, []);

        public override IMessageSerializer GetMessageSerializer<TMessage>(MessageEnvelope envelope, TMessage message)
        {
            var serializer = new SystemTextJsonBodyMessageSerializer(envelope, ContentType, Options, Raw);
            serializer.Overlay(message);
            return serializer;
        }

        public override IMessageSerializer GetMessageSerializer(object message, string[] messageTypes) =>
            new SystemTextJsonBodyMessageSerializer(message, ContentType, Options, Raw);
    }
}
