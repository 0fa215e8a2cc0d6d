-- What somebody did: asked by actor, in the order of the trail.
CREATE INDEX audit_event_by_actor ON audit_event (actor, id);
