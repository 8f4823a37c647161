#!/usr/bin/env python3
"""Docket in a chat. People write /decide in Slack, and the channel is told what becomes of decisions.

  /decide propose TITLE | PROBLEM     proposes an ADR
  /decide ask ADR-0001 ROLE           asks a policy role for its approval

POST /slack takes Slack's slash command, POST /docket what a webhook of Docket sends; both only signed. Python 3 alone.
Set DOCKET_TOKEN, DOCKET_PROJECT, DOCKET_SECRET (whsec_…), SLACK_SECRET (Slack's signing secret), SLACK_URL (an incoming
webhook of Slack's) and, where they differ, DOCKET_API and PORT.
"""
import base64, collections, hashlib, hmac, http.server, json, os, re, time, urllib.error, urllib.parse, urllib.request

API = os.environ.get("DOCKET_API", "http://localhost:8080/api/v1")
PROJECT = API + "/projects/" + os.environ["DOCKET_PROJECT"]
DOCKET_KEY = base64.b64decode(os.environ["DOCKET_SECRET"].removeprefix("whsec_"))
SLACK_KEY = os.environ["SLACK_SECRET"].encode()
TOLERANCE_S = 300
told = collections.OrderedDict()  # the newest events that Slack has; Docket may send one twice


def call(url, body=None, **headers):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json", **headers})
    with urllib.request.urlopen(request, timeout=5) as answer:
        return answer.read()


def docket(url, body=None, **headers):
    return json.loads(call(url, body, Authorization="Bearer " + os.environ["DOCKET_TOKEN"], **headers))


def plain(text):
    """As Slack shows it and reads nothing into it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def command(form):
    """Does what was asked for; the trigger is the Idempotency-Key, so that what is sent again is done once."""
    who, text, once = form["user_name"], form.get("text", ""), {"Idempotency-Key": form["trigger_id"]}
    if match := re.fullmatch(r"propose (.+?) *\| *(.+)", text, re.S):
        title, problem = match.groups()
        said = {"title": title, "author": who, "context": {"problem": problem}}
        return f"{plain(who)} proposes {docket(PROJECT + '/adrs', said, **once)['ref']}: {plain(title)}"
    if match := re.fullmatch(r"ask ADR-(\d+) ([a-z0-9-]+)", text):
        number, role = int(match[1]), match[2]
        docket(f"{PROJECT}/adrs/{number}/approvals", {"role": role, "required": True}, **once)
        return f"{plain(who)} asks {role} about ADR-{number:04}"
    return "Write: propose TITLE | PROBLEM, or: ask ADR-0001 ROLE"


def sentence(event):
    what, data = event["type"].split(".")[-2], event["data"]
    if "ref" not in data:
        return f"{event['subject']}: {what} by {plain(data['actor'])}"
    kind, number = data["ref"].split("-")
    title = docket(f"{API}/projects/{event['subject'].split('/')[0]}/{kind.lower()}s/{int(number)}")["title"]
    asked = data.get("role") or data.get("approver")
    how = {"transitioned": f"{data.get('from')} → {data.get('to')}", "approval-requested": f"{asked} is asked"}
    return f"*{data['ref']}* {plain(title)}: {how.get(what, what)} ({plain(data['actor'])})"


def tell(event, once):
    if once not in told:
        call(os.environ["SLACK_URL"], {"text": sentence(event)})
        told[once] = True
        if len(told) > 10_000:
            told.popitem(last=False)


def same(right, given):
    return hmac.compare_digest(right.encode(), given.encode())


class Bot(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(min(int(self.headers.get("Content-Length", 0)), 1 << 20))
        try:
            if self.path == "/docket" and self.from_docket(body):
                tell(json.loads(body), self.headers["webhook-id"])
                self.answer(204)
            elif self.path == "/slack" and self.from_slack(body):
                form = dict(urllib.parse.parse_qsl(body.decode()))
                self.answer(200, {"response_type": "in_channel", "text": command(form)})
            else:
                self.answer(401)
        except urllib.error.HTTPError as e:
            if self.path == "/docket":
                self.answer(502)  # and Docket sends it again
            else:
                self.answer(200, {"text": "Docket says no: " + plain(json.load(e).get("detail", str(e)))})
        except OSError:
            self.answer(502)

    def from_docket(self, body):
        """Standard Webhooks 1.0: one of the signatures, for there are two while a secret rotates."""
        head = f"{self.headers['webhook-id']}.{self.headers['webhook-timestamp']}.".encode()
        right = "v1," + base64.b64encode(hmac.digest(DOCKET_KEY, head + body, "sha256")).decode()
        signatures = (self.headers["webhook-signature"] or "").split()
        return self.recent("webhook-timestamp") and any(same(right, each) for each in signatures)

    def from_slack(self, body):
        head = f"v0:{self.headers['x-slack-request-timestamp']}:".encode()
        right = "v0=" + hmac.new(SLACK_KEY, head + body, hashlib.sha256).hexdigest()
        signature = self.headers["x-slack-signature"] or ""
        return self.recent("x-slack-request-timestamp") and same(right, signature)

    def recent(self, header):
        sent = self.headers[header] or ""
        return re.fullmatch("[0-9]{1,12}", sent) is not None and abs(time.time() - int(sent)) < TOLERANCE_S

    def answer(self, status, body=None):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode() if body else b"")

    def log_message(self, *arguments):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8070"))), Bot).serve_forever()
