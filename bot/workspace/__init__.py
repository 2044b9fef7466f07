"""A local Slack with Slack's own rules, for trying and for tests: Web API, Events, Socket Mode, interactions."""
