namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>Who has a message until it is finished, and gives it again if it is not.</summary>
internal enum MessageKeeper
{
    Broker,
    Journal,
    Nobody,
}
